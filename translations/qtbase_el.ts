<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en_US">
    <context>
        <name>QPlatformTheme</name>
        <message>
            <source>OK</source>
            <translation>Εντάξει</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Αποθήκευση</translation>
        </message>
        <message>
            <source>Save All</source>
            <translation>Αποθήκευση όλων</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Άνοιγμα</translation>
        </message>
        <message>
            <source>&amp;Yes</source>
            <translation>&amp;Ναι</translation>
        </message>
        <message>
            <source>Yes to &amp;All</source>
            <translation>Ναι σε ό&amp;λα</translation>
        </message>
        <message>
            <source>&amp;No</source>
            <translation>Ό&amp;χι</translation>
        </message>
        <message>
            <source>N&amp;o to All</source>
            <translation>Όχι &amp;σε όλα</translation>
        </message>
        <message>
            <source>Abort</source>
            <translation>Ματαίωση</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Ξανά</translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>Αγνόηση</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Κλείσιμο</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Άκυρο</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Απόρριψη</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Βοήθεια</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Εφαρμογή</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Επαναφορά</translation>
        </message>
        <message>
            <source>Restore Defaults</source>
            <translation>Προεπιλογές</translation>
        </message>
    </context>
    <context>
        <name>QDialogButtonBox</name>
        <message>
            <source>OK</source>
            <translation>Εντάξει</translation>
        </message>
    </context>
    <context>
        <name>QGnomeTheme</name>
        <message>
            <source>&amp;OK</source>
            <translation>&amp;Εντάξει</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Αποθήκευση</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Άκυρο</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Κλείσιμο</translation>
        </message>
        <message>
            <source>Close without Saving</source>
            <translation>Κλείσιμο χωρίς αποθήκευση</translation>
        </message>
    </context>
    <context>
        <name>QMessageBox</name>
        <message>
            <source>Show Details...</source>
            <translation>Λεπτομέρειες...</translation>
        </message>
        <message>
            <source>Hide Details...</source>
            <translation>Απόκρυψη λεπτομερειών...</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Εντάξει</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Βοήθεια</translation>
        </message>
        <message>
            <source>About Qt</source>
            <translation>Σχετικά με το Qt</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>Look in:</source>
            <translation>Φάκελος:</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Πίσω</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>Πίσω</translation>
        </message>
        <message>
            <source>Alt+Left</source>
            <translation>Alt+Left</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Εμπρός</translation>
        </message>
        <message>
            <source>Go forward</source>
            <translation>Εμπρός</translation>
        </message>
        <message>
            <source>Alt+Right</source>
            <translation>Alt+Right</translation>
        </message>
        <message>
            <source>Parent Directory</source>
            <translation>Γονικός φάκελος</translation>
        </message>
        <message>
            <source>Go to the parent directory</source>
            <translation>Στον γονικό φάκελο</translation>
        </message>
        <message>
            <source>Alt+Up</source>
            <translation>Alt+Up</translation>
        </message>
        <message>
            <source>Create New Folder</source>
            <translation>Νέος φάκελος</translation>
        </message>
        <message>
            <source>Create a New Folder</source>
            <translation>Δημιουργία νέου φακέλου</translation>
        </message>
        <message>
            <source>List View</source>
            <translation>Λίστα</translation>
        </message>
        <message>
            <source>Change to list view mode</source>
            <translation>Εμφάνιση ως λίστα</translation>
        </message>
        <message>
            <source>Detail View</source>
            <translation>Λεπτομέρειες</translation>
        </message>
        <message>
            <source>Change to detail view mode</source>
            <translation>Εμφάνιση με λεπτομέρειες</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>Πλαϊνή στήλη</translation>
        </message>
        <message>
            <source>List of places and bookmarks</source>
            <translation>Θέσεις και σελιδοδείκτες</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Αρχεία</translation>
        </message>
        <message>
            <source>Files of type:</source>
            <translation>Είδος αρχείων:</translation>
        </message>
        <message>
            <source>Find Directory</source>
            <translation>Εύρεση φακέλου</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Άνοιγμα</translation>
        </message>
        <message>
            <source>Save As</source>
            <translation>Αποθήκευση ως</translation>
        </message>
        <message>
            <source>Directory:</source>
            <translation>Φάκελος:</translation>
        </message>
        <message>
            <source>File &amp;name:</source>
            <translation>Ό&amp;νομα αρχείου:</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>Άν&amp;οιγμα</translation>
        </message>
        <message>
            <source>&amp;Choose</source>
            <translation>&amp;Επιλογή</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Αποθήκευση</translation>
        </message>
        <message>
            <source>&amp;Rename</source>
            <translation>&amp;Μετονομασία</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Διαγραφή</translation>
        </message>
        <message>
            <source>Show &amp;hidden files</source>
            <translation>Εμφάνιση &amp;κρυφών αρχείων</translation>
        </message>
        <message>
            <source>&amp;New Folder</source>
            <translation>&amp;Νέος φάκελος</translation>
        </message>
        <message>
            <source>New Folder</source>
            <translation>Νέος φάκελος</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Διαγραφή</translation>
        </message>
        <message>
            <source>Recent Places</source>
            <translation>Πρόσφατες θέσεις</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Αφαίρεση</translation>
        </message>
        <message>
            <source>My Computer</source>
            <translation>Ο υπολογιστής μου</translation>
        </message>
        <message>
            <source>Drive</source>
            <translation>Δίσκος</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Αρχείο</translation>
        </message>
        <message>
            <source>%1 File</source>
            <translation>Αρχείο %1</translation>
        </message>
        <message>
            <source>File Folder</source>
            <translation>Φάκελος</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Φάκελος</translation>
        </message>
        <message>
            <source>Alias</source>
            <translation>Ψευδώνυμο</translation>
        </message>
        <message>
            <source>Shortcut</source>
            <translation>Συντόμευση</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Άγνωστο</translation>
        </message>
        <message>
            <source>All Files (*)</source>
            <translation>Όλα τα αρχεία (*)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Όλα τα αρχεία (*)</translation>
        </message>
        <message>
            <source>Directories</source>
            <translation>Φάκελοι</translation>
        </message>
        <message>
            <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
            <translation>%1
Ο φάκελος δεν βρέθηκε.
Ελέγξτε το όνομα του φακέλου.</translation>
        </message>
        <message>
            <source>%1 already exists.
Do you want to replace it?</source>
            <translation>Το %1 υπάρχει ήδη.
Να αντικατασταθεί;</translation>
        </message>
        <message>
            <source>%1
File not found.
Please verify the correct file name was given.</source>
            <translation>%1
Το αρχείο δεν βρέθηκε.
Ελέγξτε το όνομα του αρχείου.</translation>
        </message>
        <message>
            <source>'%1' is write protected.
Do you want to delete it anyway?</source>
            <translation>Το «%1» προστατεύεται από εγγραφή.
Να διαγραφεί οπωσδήποτε;</translation>
        </message>
        <message>
            <source>Are you sure you want to delete '%1'?</source>
            <translation>Να διαγραφεί το «%1»;</translation>
        </message>
        <message>
            <source>Could not delete directory.</source>
            <translation>Ο φάκελος δεν διαγράφηκε.</translation>
        </message>
        <message>
            <source>Show </source>
            <translation>Εμφάνιση </translation>
        </message>
    </context>
    <context>
        <name>QFileSystemModel</name>
        <message>
            <source>Invalid filename</source>
            <translation>Μη αποδεκτό όνομα</translation>
        </message>
        <message>
            <source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source>
            <translation>&lt;b&gt;Το όνομα «%1» δεν μπορεί να χρησιμοποιηθεί.&lt;/b&gt;&lt;p&gt;Δοκιμάστε άλλο, με λιγότερους χαρακτήρες ή χωρίς σημεία στίξης.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Όνομα</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Μέγεθος</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Date Modified</source>
            <translation>Τροποποίηση</translation>
        </message>
        <message>
            <source>My Computer</source>
            <translation>Ο υπολογιστής μου</translation>
        </message>
        <message>
            <source>Computer</source>
            <translation>Υπολογιστής</translation>
        </message>
        <message>
            <source>%1 TB</source>
            <translation>%1 TB</translation>
        </message>
        <message>
            <source>%1 GB</source>
            <translation>%1 GB</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>%1 KB</source>
            <translation>%1 KB</translation>
        </message>
        <message>
            <source>%1 bytes</source>
            <translation>%1 byte</translation>
        </message>
        <message>
            <source>%1 byte(s)</source>
            <translation>%1 byte</translation>
        </message>
    </context>
    <context>
        <name>QWidgetTextControl</name>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Αναίρεση</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Ξανά</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>Α&amp;ποκοπή</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>Αντι&amp;γραφή</translation>
        </message>
        <message>
            <source>Copy &amp;Link Location</source>
            <translation>Αντιγραφή &amp;συνδέσμου</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>Επι&amp;κόλληση</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Διαγραφή</translation>
        </message>
        <message>
            <source>Select All</source>
            <translation>Επιλογή όλων</translation>
        </message>
    </context>
    <context>
        <name>QLineEdit</name>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Αναίρεση</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Ξανά</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>Α&amp;ποκοπή</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>Αντι&amp;γραφή</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>Επι&amp;κόλληση</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Διαγραφή</translation>
        </message>
        <message>
            <source>Select All</source>
            <translation>Επιλογή όλων</translation>
        </message>
    </context>
    <context>
        <name>QAbstractSpinBox</name>
        <message>
            <source>&amp;Select All</source>
            <translation>&amp;Επιλογή όλων</translation>
        </message>
        <message>
            <source>&amp;Step up</source>
            <translation>Α&amp;ύξηση</translation>
        </message>
        <message>
            <source>Step &amp;down</source>
            <translation>&amp;Μείωση</translation>
        </message>
    </context>
    <context>
        <name>QScrollBar</name>
        <message>
            <source>Scroll here</source>
            <translation>Κύλιση εδώ</translation>
        </message>
        <message>
            <source>Left edge</source>
            <translation>Αριστερή άκρη</translation>
        </message>
        <message>
            <source>Top</source>
            <translation>Αρχή</translation>
        </message>
        <message>
            <source>Right edge</source>
            <translation>Δεξιά άκρη</translation>
        </message>
        <message>
            <source>Bottom</source>
            <translation>Τέλος</translation>
        </message>
        <message>
            <source>Page left</source>
            <translation>Σελίδα αριστερά</translation>
        </message>
        <message>
            <source>Page up</source>
            <translation>Προηγούμενη σελίδα</translation>
        </message>
        <message>
            <source>Page right</source>
            <translation>Σελίδα δεξιά</translation>
        </message>
        <message>
            <source>Page down</source>
            <translation>Επόμενη σελίδα</translation>
        </message>
        <message>
            <source>Scroll left</source>
            <translation>Κύλιση αριστερά</translation>
        </message>
        <message>
            <source>Scroll up</source>
            <translation>Κύλιση επάνω</translation>
        </message>
        <message>
            <source>Scroll right</source>
            <translation>Κύλιση δεξιά</translation>
        </message>
        <message>
            <source>Scroll down</source>
            <translation>Κύλιση κάτω</translation>
        </message>
    </context>
    <context>
        <name>QMdiSubWindow</name>
        <message>
            <source>Close</source>
            <translation>Κλείσιμο</translation>
        </message>
        <message>
            <source>Minimize</source>
            <translation>Ελαχιστοποίηση</translation>
        </message>
        <message>
            <source>Maximize</source>
            <translation>Μεγιστοποίηση</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Βοήθεια</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Μενού</translation>
        </message>
    </context>
    <context>
        <name>QDialog</name>
        <message>
            <source>What's This?</source>
            <translation>Τι είναι αυτό;</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Τέλος</translation>
        </message>
    </context>
    <context>
        <name>QUnicodeControlCharacterMenu</name>
        <message>
            <source>Insert Unicode control character</source>
            <translation>Εισαγωγή χαρακτήρα ελέγχου Unicode</translation>
        </message>
    </context>
    <context>
        <name>QToolBar</name>
        <message>
            <source>Toolbars</source>
            <translation>Γραμμές εργαλείων</translation>
        </message>
    </context>
    <context>
        <name>QMenuBar</name>
        <message>
            <source>Corner Toolbar</source>
            <translation>Γωνιακή γραμμή</translation>
        </message>
    </context>
    <context>
        <name>QSaveFile</name>
        <message>
            <source>Existing file %1 is not writable</source>
            <translation>Το αρχείο %1 δεν δέχεται εγγραφή</translation>
        </message>
    </context>
    <context>
        <name>CloseButton</name>
        <message>
            <source>Close Tab</source>
            <translation>Κλείσιμο καρτέλας</translation>
        </message>
    </context>
    <context>
        <name>QTabBar</name>
        <message>
            <source>Scroll Left</source>
            <translation>Κύλιση αριστερά</translation>
        </message>
        <message>
            <source>Scroll Right</source>
            <translation>Κύλιση δεξιά</translation>
        </message>
    </context>
    <context>
        <name>QShortcut</name>
        <message>
            <source>Space</source>
            <translation>Διάστημα</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>Backtab</source>
            <translation>Backtab</translation>
        </message>
        <message>
            <source>Backspace</source>
            <translation>Backspace</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Ins</source>
            <translation>Ins</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>End</source>
            <translation>End</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Αριστερά</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Πάνω</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Δεξιά</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Κάτω</translation>
        </message>
        <message>
            <source>PgUp</source>
            <translation>PgUp</translation>
        </message>
        <message>
            <source>PgDown</source>
            <translation>PgDn</translation>
        </message>
        <message>
            <source>Ctrl</source>
            <translation>Ctrl</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Alt</source>
            <translation>Alt</translation>
        </message>
        <message>
            <source>Meta</source>
            <translation>Meta</translation>
        </message>
        <message>
            <source>Num</source>
            <translation>Num</translation>
        </message>
        <message>
            <source>F%1</source>
            <translation>F%1</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Insert</source>
            <translation>Insert</translation>
        </message>
        <message>
            <source>Page Up</source>
            <translation>Page Up</translation>
        </message>
        <message>
            <source>Page Down</source>
            <translation>Page Down</translation>
        </message>
        <message>
            <source>Escape</source>
            <translation>Escape</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
    </context>
    <context>
        <name>QUndoGroup</name>
        <message>
            <source>Undo</source>
            <translation>Αναίρεση</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Ξανά</translation>
        </message>
    </context>
    <context>
        <name>QProgressDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Άκυρο</translation>
        </message>
    </context>
    <context>
        <name>QPrintDialog</name>
        <message>
            <source>OK</source>
            <translation>Εντάξει</translation>
        </message>
        <message>
            <source>&amp;Print</source>
            <translation>&amp;Εκτύπωση</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Εκτύπωση</translation>
        </message>
    </context>
    <context>
        <name>QFontDialog</name>
        <message>
            <source>OK</source>
            <translation>Εντάξει</translation>
        </message>
    </context>
</TS>

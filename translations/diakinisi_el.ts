<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR">
    <context>
        <name>ActWords</name>
        <message>
            <source>Charge</source>
            <translation>Χρέωση</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Παραλαβή</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Επιστροφή χρέωσης</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Ολοκλήρωση</translation>
        </message>
        <message>
            <source>Submit for signature</source>
            <translation>Προώθηση για υπογραφή</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Έγκριση</translation>
        </message>
        <message>
            <source>Approve with objection</source>
            <translation>Έγκριση με αντίρρηση</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Υπογραφή</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>Επιστροφή</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Ανάκληση</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Σημείωση</translation>
        </message>
        <message>
            <source>Add file</source>
            <translation>Προσθήκη αρχείου</translation>
        </message>
        <message>
            <source>Correct particulars</source>
            <translation>Διόρθωση στοιχείων</translation>
        </message>
        <message>
            <source>Cancel number</source>
            <translation>Ακύρωση αριθμού</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Πρόσβαση</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Απάντηση</translation>
        </message>
        <message>
            <source>Charge the document to a unit or a person</source>
            <translation>Χρέωση του εγγράφου σε μονάδα ή πρόσωπο</translation>
        </message>
        <message>
            <source>I am the one who handles it</source>
            <translation>Το παραλαμβάνω και το χειρίζομαι</translation>
        </message>
        <message>
            <source>Return the charge with a reason</source>
            <translation>Επιστροφή της χρέωσης με αιτιολογία</translation>
        </message>
        <message>
            <source>Handling is finished, with or without an answer</source>
            <translation>Ο χειρισμός τελείωσε, με ή χωρίς απάντηση</translation>
        </message>
        <message>
            <source>Put together the chain of approvals and signatures</source>
            <translation>Ορισμός της σειράς εγκρίσεων και υπογραφών</translation>
        </message>
        <message>
            <source>Approve the document as it is; it goes to the next</source>
            <translation>Έγκριση του εγγράφου ως έχει· συνεχίζει στον επόμενο</translation>
        </message>
        <message>
            <source>Approve with a written objection that stays visible</source>
            <translation>Έγκριση με έγγραφη αντίρρηση, που μένει ορατή</translation>
        </message>
        <message>
            <source>Sign digitally</source>
            <translation>Ψηφιακή υπογραφή</translation>
        </message>
        <message>
            <source>Send back to the author with a reason</source>
            <translation>Επιστροφή στον συντάκτη με παρατηρήσεις</translation>
        </message>
        <message>
            <source>Take it back before the next one has acted</source>
            <translation>Ανάκληση πριν ενεργήσει ο επόμενος</translation>
        </message>
        <message>
            <source>Write a note that all see who see the document</source>
            <translation>Σημείωση ορατή σε όσους βλέπουν το έγγραφο</translation>
        </message>
        <message>
            <source>Add an attachment or a new version</source>
            <translation>Προσθήκη συνημμένου ή νέας έκδοσης</translation>
        </message>
        <message>
            <source>Correct a particular; the old value stays readable</source>
            <translation>Διόρθωση στοιχείου· η παλιά τιμή μένει αναγνώσιμη</translation>
        </message>
        <message>
            <source>Cancel the number with a reason; the row stays in the book</source>
            <translation>Ακύρωση του αριθμού με αιτιολογία· η γραμμή μένει στο βιβλίο</translation>
        </message>
        <message>
            <source>Restrict the document to named persons</source>
            <translation>Περιορισμός του εγγράφου σε ορισμένα πρόσωπα</translation>
        </message>
        <message>
            <source>Begin a draft that answers this document</source>
            <translation>Νέο σχέδιο απάντησης στο έγγραφο αυτό</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>Χωρίς σύνδεση χρήστη</translation>
        </message>
        <message>
            <source>Without connection to the server</source>
            <translation>Χωρίς σύνδεση με τον διακομιστή</translation>
        </message>
        <message>
            <source>Connecting ...</source>
            <translation>Σύνδεση…</translation>
        </message>
        <message>
            <source>Updating ...</source>
            <translation>Ενημέρωση…</translation>
        </message>
        <message>
            <source>Up to date at %1</source>
            <translation>Ενημερωμένο στις %1</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>Ενημερωμένο</translation>
        </message>
        <message>
            <source>The session has ended: sign in again</source>
            <translation>Η σύνδεση έληξε: συνδεθείτε ξανά</translation>
        </message>
        <message>
            <source>The server's certificate is not trusted</source>
            <translation>Το πιστοποιητικό του διακομιστή δεν είναι έμπιστο</translation>
        </message>
        <message>
            <source>The server was restored; settling with it ...</source>
            <translation>Ο διακομιστής αποκαταστάθηκε· γίνεται συμφωνία…</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Incoming</source>
            <translation>Εισερχόμενο</translation>
        </message>
        <message>
            <source>Citizen's request</source>
            <translation>Αίτηση πολίτη</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Σχέδιο</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>Σάρωση</translation>
        </message>
        <message>
            <source>Choose file ...</source>
            <translation>Επιλογή αρχείου…</translation>
        </message>
        <message>
            <source>Main act of the form</source>
            <translation>Κύρια ενέργεια της φόρμας</translation>
        </message>
        <message>
            <source>Same as before</source>
            <translation>Όπως το προηγούμενο</translation>
        </message>
        <message>
            <source>Settings ...</source>
            <translation>Ρυθμίσεις…</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Αποσύνδεση</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Έξοδος</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Απάντηση</translation>
        </message>
        <message>
            <source>Open in a window of its own</source>
            <translation>Άνοιγμα σε δικό του παράθυρο</translation>
        </message>
        <message>
            <source>Copy the identity line</source>
            <translation>Αντιγραφή των στοιχείων</translation>
        </message>
        <message>
            <source>Undo the last act</source>
            <translation>Αναίρεση της τελευταίας ενέργειας</translation>
        </message>
        <message>
            <source>Find in the text</source>
            <translation>Εύρεση στο κείμενο</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>Φίλτρο στη λίστα</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Αναζήτηση</translation>
        </message>
        <message>
            <source>Go to number</source>
            <translation>Μετάβαση σε αριθμό</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Ενημέρωση</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Επόμενο πλαίσιο</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>Προηγούμενο πλαίσιο</translation>
        </message>
        <message>
            <source>Greek</source>
            <translation>Ελληνικά</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Αγγλικά</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Όπως το σύστημα</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Φωτεινή</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Σκούρα</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Υψηλή αντίθεση</translation>
        </message>
        <message>
            <source>Keys valid here</source>
            <translation>Πλήκτρα που ισχύουν εδώ</translation>
        </message>
        <message>
            <source>About Diakinisi</source>
            <translation>Σχετικά με τη Διακίνηση</translation>
        </message>
        <message>
            <source>Several documents as a grid</source>
            <translation>Πολλά έγγραφα σε πλέγμα</translation>
        </message>
    </context>
    <context>
        <name>Doctor</name>
        <message>
            <source>Device's software</source>
            <translation>Λογισμικό συσκευής</translation>
        </message>
        <message>
            <source>Signing device</source>
            <translation>Συσκευή υπογραφής</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Πιστοποιητικό</translation>
        </message>
        <message>
            <source>Validity</source>
            <translation>Ισχύς</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Δήλωση στον διακομιστή</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Ρολόι</translation>
        </message>
        <message>
            <source>Timestamps</source>
            <translation>Χρονοσφραγίδες</translation>
        </message>
        <message>
            <source>no software of a signing device is installed</source>
            <translation>δεν είναι εγκατεστημένο λογισμικό συσκευής υπογραφής</translation>
        </message>
        <message>
            <source>If you sign with a device, ask IT to install what came with it.</source>
            <translation>Αν υπογράφετε με συσκευή, ζητήστε από τη μηχανογράφηση να εγκαταστήσει το λογισμικό της.</translation>
        </message>
        <message>
            <source>is there and cannot be used</source>
            <translation>υπάρχει, αλλά δεν μπορεί να χρησιμοποιηθεί</translation>
        </message>
        <message>
            <source>Ask IT to install it anew; it must be the one for 64 bits.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να το εγκαταστήσει εκ νέου· πρέπει να είναι το λογισμικό για 64 bit.</translation>
        </message>
        <message>
            <source>broke down when it was asked</source>
            <translation>κατέρρευσε όταν ερωτήθηκε</translation>
        </message>
        <message>
            <source>Pull the device out, plug it in and check again; if it goes on, tell IT.</source>
            <translation>Βγάλτε τη συσκευή, συνδέστε την ξανά και επαναλάβετε τον έλεγχο· αν συνεχιστεί, ενημερώστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>does not answer</source>
            <translation>δεν απαντά</translation>
        </message>
        <message>
            <source>none is plugged in</source>
            <translation>δεν είναι συνδεδεμένη καμία</translation>
        </message>
        <message>
            <source>Plug it in, wait for its light, and check again.</source>
            <translation>Συνδέστε την, περιμένετε να ανάψει η ένδειξή της και επαναλάβετε τον έλεγχο.</translation>
        </message>
        <message>
            <source>answers with an error</source>
            <translation>απαντά με σφάλμα</translation>
        </message>
        <message>
            <source>has to be set or changed first</source>
            <translation>πρέπει πρώτα να οριστεί ή να αλλάξει</translation>
        </message>
        <message>
            <source>Set it with the program that came with the device, or ask IT.</source>
            <translation>Ορίστε το με το πρόγραμμα που συνοδεύει τη συσκευή ή ρωτήστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>few tries are left: a wrong one was entered</source>
            <translation>απομένουν λίγες προσπάθειες: έχει δοθεί λάθος PIN</translation>
        </message>
        <message>
            <source>Enter the right one once, and the count begins anew.</source>
            <translation>Με το σωστό PIN, έστω μία φορά, η μέτρηση αρχίζει από την αρχή.</translation>
        </message>
        <message>
            <source>last try: one more wrong PIN locks the device</source>
            <translation>τελευταία προσπάθεια: με ένα ακόμη λάθος PIN η συσκευή κλειδώνει</translation>
        </message>
        <message>
            <source>If you are not certain of it, ask IT before you try.</source>
            <translation>Αν δεν είστε βέβαιοι, ρωτήστε τη μηχανογράφηση πριν δοκιμάσετε.</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>κλειδωμένο</translation>
        </message>
        <message>
            <source>IT can unlock it with the PUK.</source>
            <translation>Η μηχανογράφηση μπορεί να το ξεκλειδώσει με το PUK.</translation>
        </message>
        <message>
            <source>the device holds none for signing</source>
            <translation>η συσκευή δεν έχει κανένα για υπογραφή</translation>
        </message>
        <message>
            <source>It has to be issued and put on the device first; ask IT.</source>
            <translation>Πρέπει πρώτα να εκδοθεί και να μπει στη συσκευή· ρωτήστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>is meant for logging in, not for signing</source>
            <translation>προορίζεται για ταυτοποίηση, όχι για υπογραφή</translation>
        </message>
        <message>
            <source>Choose the other certificate of the device when you sign.</source>
            <translation>Όταν υπογράφετε, επιλέξτε το άλλο πιστοποιητικό της συσκευής.</translation>
        </message>
        <message>
            <source>is not valid yet</source>
            <translation>δεν ισχύει ακόμη</translation>
        </message>
        <message>
            <source>Wait for its first day; if it should be valid, look at the clock.</source>
            <translation>Περιμένετε την πρώτη ημέρα ισχύος του· αν έπρεπε να ισχύει, ελέγξτε το ρολόι.</translation>
        </message>
        <message>
            <source>has expired</source>
            <translation>έχει λήξει</translation>
        </message>
        <message>
            <source>It has to be renewed before you can sign.</source>
            <translation>Πρέπει να ανανεωθεί για να μπορέσετε να υπογράψετε.</translation>
        </message>
        <message>
            <source>to nobody at the server</source>
            <translation>δεν έχει δηλωθεί σε κανέναν</translation>
        </message>
        <message>
            <source>Ask IT to register the certificate as yours.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να δηλώσει το πιστοποιητικό ως δικό σας.</translation>
        </message>
        <message>
            <source>to another person</source>
            <translation>έχει δηλωθεί σε άλλο πρόσωπο</translation>
        </message>
        <message>
            <source>Use your own device; if it is yours, tell IT.</source>
            <translation>Χρησιμοποιήστε τη δική σας συσκευή· αν είναι δική σας, ενημερώστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>not compared with the server's yet</source>
            <translation>δεν έχει συγκριθεί ακόμη με του διακομιστή</translation>
        </message>
        <message>
            <source>It is compared by itself as soon as the server answers.</source>
            <translation>Συγκρίνεται από μόνο του μόλις απαντήσει ο διακομιστής.</translation>
        </message>
        <message>
            <source>nobody is named to give them</source>
            <translation>δεν έχει οριστεί ποιος τις δίνει</translation>
        </message>
        <message>
            <source>Ask IT to name a timestamp authority at the server.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να ορίσει αρχή χρονοσφράγισης στον διακομιστή.</translation>
        </message>
        <message>
            <source>the authority gives none now</source>
            <translation>η αρχή δεν δίνει τώρα</translation>
        </message>
        <message>
            <source>Look at the connection to the internet; if it goes on, tell IT.</source>
            <translation>Δείτε τη σύνδεση με το διαδίκτυο· αν συνεχιστεί, ενημερώστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>απαντά</translation>
        </message>
        <message>
            <source>plugged in</source>
            <translation>συνδεδεμένη</translation>
        </message>
        <message>
            <source>no wrong try</source>
            <translation>καμία λάθος προσπάθεια</translation>
        </message>
        <message>
            <source>for signing</source>
            <translation>για υπογραφή</translation>
        </message>
        <message numerus="yes">
            <source>valid for %n more day(s)</source>
            <translation>
                <numerusform>ισχύει για %n ακόμη ημέρα</numerusform>
                <numerusform>ισχύει για %n ακόμη ημέρες</numerusform>
            </translation>
        </message>
        <message>
            <source>yours at the server</source>
            <translation>δικό σας στον διακομιστή</translation>
        </message>
        <message>
            <source>agrees with the server's</source>
            <translation>συμφωνεί με του διακομιστή</translation>
        </message>
        <message>
            <source>given</source>
            <translation>δίνονται</translation>
        </message>
        <message numerus="yes">
            <source>expires in %n day(s)</source>
            <translation>
                <numerusform>λήγει σε %n ημέρα</numerusform>
                <numerusform>λήγει σε %n ημέρες</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>off by %n minute(s)</source>
            <translation>
                <numerusform>διαφορά %n λεπτού</numerusform>
                <numerusform>διαφορά %n λεπτών</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask for its renewal now: it takes some days.</source>
            <translation>Ζητήστε τώρα την ανανέωσή του: χρειάζονται μερικές ημέρες.</translation>
        </message>
        <message>
            <source>Ask IT to set this computer's clock; the server's time is what counts.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να ρυθμίσει το ρολόι του υπολογιστή· μετρά η ώρα του διακομιστή.</translation>
        </message>
        <message>
            <source>good</source>
            <translation>εντάξει</translation>
        </message>
        <message>
            <source>attention</source>
            <translation>προσοχή</translation>
        </message>
        <message>
            <source>not good</source>
            <translation>όχι εντάξει</translation>
        </message>
        <message>
            <source>Trusted authorities</source>
            <translation>Έμπιστες αρχές</translation>
        </message>
        <message>
            <source>known</source>
            <translation>γνωστές</translation>
        </message>
        <message>
            <source>none is known: no received signature can be called valid</source>
            <translation>καμία δεν έχει οριστεί: καμία υπογραφή που λαμβάνεται δεν κρίνεται έγκυρη</translation>
        </message>
        <message>
            <source>Ask IT to put the authorities' certificates or the trusted list on this computer.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να βάλει σε αυτόν τον υπολογιστή τα πιστοποιητικά των αρχών ή τον κατάλογο εμπίστευσης.</translation>
        </message>
        <message>
            <source>their folder cannot be read</source>
            <translation>ο φάκελός τους δεν διαβάζεται</translation>
        </message>
        <message>
            <source>Tell IT: until then signatures cannot be judged.</source>
            <translation>Ενημερώστε τη μηχανογράφηση· ως τότε οι υπογραφές δεν κρίνονται.</translation>
        </message>
        <message>
            <source>a trusted list was not believed or is out of date</source>
            <translation>ένας κατάλογος εμπίστευσης δεν έγινε δεκτός ή είναι παλιός</translation>
        </message>
        <message>
            <source>Ask IT to renew it; what is copied for support says which one.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να τον ανανεώσει· όσα αντιγράφονται για την υποστήριξη λένε ποιος είναι.</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>The file could not be read.</source>
            <translation>Το αρχείο δεν μπόρεσε να διαβαστεί.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Δεν άλλαξε τίποτε.</translation>
        </message>
        <message>
            <source>Check that the file exists and that you may open it, then choose it again.</source>
            <translation>Ελέγξτε ότι το αρχείο υπάρχει και ότι επιτρέπεται να το ανοίξετε, και επιλέξτε το ξανά.</translation>
        </message>
        <message>
            <source>The file could not be written.</source>
            <translation>Το αρχείο δεν μπόρεσε να γραφτεί.</translation>
        </message>
        <message>
            <source>What you were doing is kept as it was.</source>
            <translation>Ό,τι κάνατε κρατήθηκε όπως ήταν.</translation>
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation>Επιλέξτε άλλον φάκελο ή ζητήστε δικαίωμα εγγραφής εκεί.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>Ο δίσκος γέμισε.</translation>
        </message>
        <message>
            <source>Everything that was saved before is intact; the last step was not saved.</source>
            <translation>Ό,τι είχε αποθηκευτεί είναι ακέραιο· το τελευταίο βήμα δεν αποθηκεύτηκε.</translation>
        </message>
        <message>
            <source>Make room on the disk and repeat the last step.</source>
            <translation>Ελευθερώστε χώρο στον δίσκο και επαναλάβετε το τελευταίο βήμα.</translation>
        </message>
        <message>
            <source>The data kept on this desk cannot be read.</source>
            <translation>Τα δεδομένα της θυρίδας δεν διαβάζονται.</translation>
        </message>
        <message>
            <source>What the server has confirmed is safe at the server.</source>
            <translation>Ό,τι επιβεβαίωσε ο διακομιστής είναι ασφαλές εκεί.</translation>
        </message>
        <message>
            <source>Close the program and call IT; do not delete the profile folder: acts that wait may be in it.</source>
            <translation>Κλείστε το πρόγραμμα και καλέστε τη μηχανογράφηση· μη διαγράψετε τον φάκελο του προφίλ: μπορεί να έχει ενέργειες σε αναμονή.</translation>
        </message>
        <message>
            <source>The data on this desk were written by a newer version of the program.</source>
            <translation>Τα δεδομένα της θυρίδας γράφτηκαν από νεότερη έκδοση του προγράμματος.</translation>
        </message>
        <message>
            <source>Install the newer version and open it again.</source>
            <translation>Εγκαταστήστε τη νεότερη έκδοση και ανοίξτε ξανά.</translation>
        </message>
        <message>
            <source>This profile is already open in another window of the program.</source>
            <translation>Το προφίλ είναι ήδη ανοιχτό σε άλλο παράθυρο του προγράμματος.</translation>
        </message>
        <message>
            <source>Go on in the window that is open, or close it first.</source>
            <translation>Συνεχίστε στο ανοιχτό παράθυρο ή κλείστε το πρώτα.</translation>
        </message>
        <message>
            <source>It was stopped, as you asked.</source>
            <translation>Διακόπηκε, όπως ζητήσατε.</translation>
        </message>
        <message>
            <source>What had been finished until then is kept.</source>
            <translation>Ό,τι είχε ολοκληρωθεί κρατήθηκε.</translation>
        </message>
        <message>
            <source>Start it again when you want.</source>
            <translation>Ξεκινήστε το ξανά όποτε θέλετε.</translation>
        </message>
        <message>
            <source>It took too long and was stopped.</source>
            <translation>Άργησε πολύ και διακόπηκε.</translation>
        </message>
        <message>
            <source>Nothing was lost.</source>
            <translation>Δεν χάθηκε τίποτε.</translation>
        </message>
        <message>
            <source>Try again in a moment; if it goes on, tell IT.</source>
            <translation>Δοκιμάστε ξανά σε λίγο· αν συνεχιστεί, ενημερώστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>It is larger or longer than is allowed.</source>
            <translation>Ξεπερνά το μέγεθος που επιτρέπεται.</translation>
        </message>
        <message>
            <source>What you have filled in is still there.</source>
            <translation>Ό,τι συμπληρώσατε υπάρχει ακόμη.</translation>
        </message>
        <message>
            <source>Make it smaller or split it, then try again.</source>
            <translation>Μικρύνετέ το ή χωρίστε το και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>Something unexpected happened in the program.</source>
            <translation>Συνέβη κάτι απρόβλεπτο στο πρόγραμμα.</translation>
        </message>
        <message>
            <source>What was saved is intact.</source>
            <translation>Ό,τι αποθηκεύτηκε είναι ακέραιο.</translation>
        </message>
        <message>
            <source>Try again; if it happens again, send IT the details.</source>
            <translation>Δοκιμάστε ξανά· αν επαναληφθεί, στείλτε τις λεπτομέρειες στη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>This is not supported here.</source>
            <translation>Αυτό δεν υποστηρίζεται εδώ.</translation>
        </message>
        <message>
            <source>Use another kind of file or device.</source>
            <translation>Χρησιμοποιήστε άλλο είδος αρχείου ή συσκευής.</translation>
        </message>
        <message>
            <source>What was received cannot be understood.</source>
            <translation>Αυτό που λήφθηκε δεν είναι κατανοητό.</translation>
        </message>
        <message>
            <source>Try again; if it goes on, send IT the details.</source>
            <translation>Δοκιμάστε ξανά· αν συνεχιστεί, στείλτε τις λεπτομέρειες στη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>This was made by a newer version of the program.</source>
            <translation>Αυτό έγινε από νεότερη έκδοση του προγράμματος.</translation>
        </message>
        <message>
            <source>The document is shown read only; nothing was changed.</source>
            <translation>Το έγγραφο φαίνεται μόνο για ανάγνωση· δεν άλλαξε τίποτε.</translation>
        </message>
        <message>
            <source>Update the program to act on it.</source>
            <translation>Ενημερώστε το πρόγραμμα για να το χειριστείτε.</translation>
        </message>
        <message>
            <source>The file's content is not what was recorded.</source>
            <translation>Το περιεχόμενο του αρχείου δεν είναι αυτό που καταγράφηκε.</translation>
        </message>
        <message>
            <source>The damaged copy is not used; the original at the server is intact.</source>
            <translation>Το αλλοιωμένο αντίγραφο δεν χρησιμοποιείται· το πρωτότυπο στον διακομιστή είναι ακέραιο.</translation>
        </message>
        <message>
            <source>Fetch the file again; if it goes on, tell IT at once.</source>
            <translation>Ζητήστε ξανά το αρχείο· αν συνεχιστεί, ενημερώστε αμέσως τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>The ledger does not hold together at this point.</source>
            <translation>Η αλυσίδα των εγγραφών δεν ταιριάζει σε αυτό το σημείο.</translation>
        </message>
        <message>
            <source>Tell IT at once; do not go on with this document.</source>
            <translation>Ενημερώστε αμέσως τη μηχανογράφηση· μη συνεχίσετε με αυτό το έγγραφο.</translation>
        </message>
        <message>
            <source>The server cannot be reached.</source>
            <translation>Ο διακομιστής δεν απαντά.</translation>
        </message>
        <message>
            <source>Your acts are kept here and leave by themselves when it is back.</source>
            <translation>Οι ενέργειές σας κρατιούνται εδώ και θα σταλούν μόνες τους μόλις επανέλθει.</translation>
        </message>
        <message>
            <source>Go on working; if it lasts, check the network.</source>
            <translation>Συνεχίστε την εργασία σας· αν διαρκέσει, ελέγξτε το δίκτυο.</translation>
        </message>
        <message>
            <source>The server shows a certificate that this desk does not trust.</source>
            <translation>Ο διακομιστής δείχνει πιστοποιητικό που η θυρίδα δεν εμπιστεύεται.</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Δεν στάλθηκε τίποτε.</translation>
        </message>
        <message>
            <source>Do not go on before IT has confirmed the certificate's fingerprint.</source>
            <translation>Μη συνεχίσετε πριν η μηχανογράφηση επιβεβαιώσει το αποτύπωμα του πιστοποιητικού.</translation>
        </message>
        <message>
            <source>The server refused the request.</source>
            <translation>Ο διακομιστής αρνήθηκε το αίτημα.</translation>
        </message>
        <message>
            <source>What you have filled in is kept.</source>
            <translation>Ό,τι συμπληρώσατε κρατήθηκε.</translation>
        </message>
        <message>
            <source>Read the details; if it is not clear, ask IT.</source>
            <translation>Δείτε τις λεπτομέρειες· αν δεν είναι σαφές, ρωτήστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>The server is busy now.</source>
            <translation>Ο διακομιστής είναι απασχολημένος.</translation>
        </message>
        <message>
            <source>Your acts wait here and leave by themselves.</source>
            <translation>Οι ενέργειές σας περιμένουν εδώ και θα σταλούν μόνες τους.</translation>
        </message>
        <message>
            <source>Go on working; it is tried again in a moment.</source>
            <translation>Συνεχίστε την εργασία σας· θα γίνει νέα προσπάθεια σε λίγο.</translation>
        </message>
        <message>
            <source>The server was restored from a backup.</source>
            <translation>Ο διακομιστής αποκαταστάθηκε από αντίγραφο ασφαλείας.</translation>
        </message>
        <message>
            <source>This desk kept what it had and hands back what the server has lost.</source>
            <translation>Η θυρίδα κράτησε ό,τι είχε και επιστρέφει όσα έχασε ο διακομιστής.</translation>
        </message>
        <message>
            <source>Go on working; this is settled by itself, IT has been told.</source>
            <translation>Συνεχίστε την εργασία σας· διευθετείται μόνο του και η μηχανογράφηση έχει ενημερωθεί.</translation>
        </message>
        <message>
            <source>Too many attempts in a short time.</source>
            <translation>Πολλές προσπάθειες σε λίγο χρόνο.</translation>
        </message>
        <message>
            <source>Wait a minute and try again.</source>
            <translation>Περιμένετε ένα λεπτό και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>The name or the password is not right.</source>
            <translation>Το όνομα ή το συνθηματικό δεν είναι σωστό.</translation>
        </message>
        <message>
            <source>Type them again; mind the language of the keyboard and Caps Lock.</source>
            <translation>Πληκτρολογήστε τα ξανά· προσέξτε τη γλώσσα του πληκτρολογίου και τα κεφαλαία.</translation>
        </message>
        <message>
            <source>You have been signed out because the session ended.</source>
            <translation>Αποσυνδεθήκατε γιατί έληξε η σύνδεση.</translation>
        </message>
        <message>
            <source>All your acts are kept here and wait.</source>
            <translation>Όλες οι ενέργειές σας κρατιούνται εδώ και περιμένουν.</translation>
        </message>
        <message>
            <source>Sign in again and they leave by themselves.</source>
            <translation>Συνδεθείτε ξανά και θα σταλούν μόνες τους.</translation>
        </message>
        <message>
            <source>This desk is no longer admitted to the server.</source>
            <translation>Η θυρίδα αυτή δεν γίνεται πια δεκτή από τον διακομιστή.</translation>
        </message>
        <message>
            <source>What waits is kept in the profile.</source>
            <translation>Ό,τι περιμένει κρατιέται στο προφίλ.</translation>
        </message>
        <message>
            <source>Ask IT to admit the desk again.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να δεχτεί ξανά τη θυρίδα.</translation>
        </message>
        <message>
            <source>You do not have the right to do this.</source>
            <translation>Δεν έχετε δικαίωμα για αυτή την ενέργεια.</translation>
        </message>
        <message>
            <source>Ask your head of department or IT, if you should have it.</source>
            <translation>Ρωτήστε τον προϊστάμενό σας ή τη μηχανογράφηση, αν θα έπρεπε να το έχετε.</translation>
        </message>
        <message>
            <source>It was not found.</source>
            <translation>Δεν βρέθηκε.</translation>
        </message>
        <message>
            <source>It may have been moved or you may no longer see it: refresh the list and search for it.</source>
            <translation>Μπορεί να μετακινήθηκε ή να μην το βλέπετε πια: ενημερώστε τη λίστα και αναζητήστε το.</translation>
        </message>
        <message>
            <source>A required field is empty.</source>
            <translation>Ένα υποχρεωτικό πεδίο είναι κενό.</translation>
        </message>
        <message>
            <source>Fill in the marked field and try again.</source>
            <translation>Συμπληρώστε το σημειωμένο πεδίο και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>A field does not have an acceptable value.</source>
            <translation>Ένα πεδίο δεν έχει αποδεκτή τιμή.</translation>
        </message>
        <message>
            <source>Correct the marked field and try again.</source>
            <translation>Διορθώστε το σημειωμένο πεδίο και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>A reason is required.</source>
            <translation>Χρειάζεται αιτιολογία.</translation>
        </message>
        <message>
            <source>Write why, in a few words.</source>
            <translation>Γράψτε το γιατί, με λίγα λόγια.</translation>
        </message>
        <message>
            <source>It exists already.</source>
            <translation>Υπάρχει ήδη.</translation>
        </message>
        <message>
            <source>Nothing was done twice.</source>
            <translation>Τίποτε δεν έγινε δύο φορές.</translation>
        </message>
        <message>
            <source>Open the existing one, or choose another name.</source>
            <translation>Ανοίξτε το υπάρχον ή επιλέξτε άλλο όνομα.</translation>
        </message>
        <message>
            <source>The document already has a number.</source>
            <translation>Το έγγραφο έχει ήδη αριθμό.</translation>
        </message>
        <message>
            <source>The number that it has stays.</source>
            <translation>Ο αριθμός του μένει.</translation>
        </message>
        <message>
            <source>Open the document to see its number.</source>
            <translation>Ανοίξτε το έγγραφο για να δείτε τον αριθμό του.</translation>
        </message>
        <message>
            <source>The document has no number yet.</source>
            <translation>Το έγγραφο δεν έχει ακόμη αριθμό.</translation>
        </message>
        <message>
            <source>Register it first.</source>
            <translation>Πρωτοκολλήστε το πρώτα.</translation>
        </message>
        <message>
            <source>The number of this document is cancelled.</source>
            <translation>Ο αριθμός του εγγράφου έχει ακυρωθεί.</translation>
        </message>
        <message>
            <source>The row stays readable in the book.</source>
            <translation>Η γραμμή μένει αναγνώσιμη στο βιβλίο.</translation>
        </message>
        <message>
            <source>Register the document anew if it is needed.</source>
            <translation>Πρωτοκολλήστε το έγγραφο ξανά αν χρειάζεται.</translation>
        </message>
        <message>
            <source>No number is reserved for this signature.</source>
            <translation>Δεν έχει δεσμευτεί αριθμός για αυτή την υπογραφή.</translation>
        </message>
        <message>
            <source>The document is unsigned and unchanged.</source>
            <translation>Το έγγραφο μένει ανυπόγραφο και αμετάβλητο.</translation>
        </message>
        <message>
            <source>Start the signature again: a number is reserved anew.</source>
            <translation>Ξεκινήστε πάλι την υπογραφή: θα δεσμευτεί νέος αριθμός.</translation>
        </message>
        <message>
            <source>The server has stopped giving numbers because its clock is not right.</source>
            <translation>Ο διακομιστής σταμάτησε να δίνει αριθμούς γιατί το ρολόι του δεν είναι σωστό.</translation>
        </message>
        <message>
            <source>Your registration waits here.</source>
            <translation>Η πρωτοκόλλησή σας περιμένει εδώ.</translation>
        </message>
        <message>
            <source>Tell IT; the number is given when the clock has been mended.</source>
            <translation>Ενημερώστε τη μηχανογράφηση· ο αριθμός θα δοθεί μόλις διορθωθεί το ρολόι.</translation>
        </message>
        <message>
            <source>The document has been dispatched already.</source>
            <translation>Το έγγραφο έχει ήδη διεκπεραιωθεί.</translation>
        </message>
        <message>
            <source>Issue a correct repetition instead.</source>
            <translation>Εκδώστε ορθή επανάληψη.</translation>
        </message>
        <message>
            <source>Somebody acted on the document meanwhile.</source>
            <translation>Στο μεταξύ κάποιος άλλος ενήργησε στο έγγραφο.</translation>
        </message>
        <message>
            <source>Your act was not carried out; its text is kept.</source>
            <translation>Η ενέργειά σας δεν έγινε· το κείμενό της κρατήθηκε.</translation>
        </message>
        <message>
            <source>Look at the document as it is now and decide again.</source>
            <translation>Δείτε το έγγραφο όπως είναι τώρα και αποφασίστε ξανά.</translation>
        </message>
        <message>
            <source>It is not your turn in the chain.</source>
            <translation>Δεν είναι η σειρά σας.</translation>
        </message>
        <message>
            <source>The document comes to you when those before you have acted.</source>
            <translation>Το έγγραφο θα έρθει σε εσάς όταν ενεργήσουν οι προηγούμενοι.</translation>
        </message>
        <message>
            <source>The document's files have not all arrived at the server.</source>
            <translation>Δεν έχουν φτάσει όλα τα αρχεία του εγγράφου στον διακομιστή.</translation>
        </message>
        <message>
            <source>Your act is kept and can be repeated.</source>
            <translation>Η ενέργειά σας κρατήθηκε και μπορεί να επαναληφθεί.</translation>
        </message>
        <message>
            <source>Wait until the transfer ends, then try again.</source>
            <translation>Περιμένετε να τελειώσει η μεταφορά και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>There is a newer form of the document than the one you saw.</source>
            <translation>Υπάρχει νεότερη μορφή του εγγράφου από αυτή που είδατε.</translation>
        </message>
        <message>
            <source>Nothing was signed.</source>
            <translation>Δεν υπογράφηκε τίποτε.</translation>
        </message>
        <message>
            <source>Open the newest form, read it, then sign.</source>
            <translation>Ανοίξτε τη νεότερη μορφή, διαβάστε την και υπογράψτε.</translation>
        </message>
        <message>
            <source>The server did not accept the signature.</source>
            <translation>Ο διακομιστής δεν δέχτηκε την υπογραφή.</translation>
        </message>
        <message>
            <source>The earlier signatures and the document are intact.</source>
            <translation>Οι προηγούμενες υπογραφές και το έγγραφο είναι ακέραια.</translation>
        </message>
        <message>
            <source>See the details; check that you signed with your registered certificate.</source>
            <translation>Δείτε τις λεπτομέρειες· ελέγξτε ότι υπογράψατε με το καταχωρισμένο πιστοποιητικό σας.</translation>
        </message>
        <message>
            <source>There is no such unit.</source>
            <translation>Δεν υπάρχει τέτοια μονάδα.</translation>
        </message>
        <message>
            <source>Choose a unit from the list.</source>
            <translation>Επιλέξτε μονάδα από τη λίστα.</translation>
        </message>
        <message>
            <source>There is no such person.</source>
            <translation>Δεν υπάρχει τέτοιο πρόσωπο.</translation>
        </message>
        <message>
            <source>Choose a person from the list.</source>
            <translation>Επιλέξτε πρόσωπο από τη λίστα.</translation>
        </message>
        <message>
            <source>The same act was sent with different content.</source>
            <translation>Η ίδια ενέργεια στάλθηκε με διαφορετικό περιεχόμενο.</translation>
        </message>
        <message>
            <source>The first one holds.</source>
            <translation>Ισχύει η πρώτη.</translation>
        </message>
        <message>
            <source>Look at the document as it is now and, if needed, act again.</source>
            <translation>Δείτε το έγγραφο όπως είναι τώρα και, αν χρειάζεται, ενεργήστε ξανά.</translation>
        </message>
        <message>
            <source>An act on which this one depends was refused.</source>
            <translation>Ενέργεια από την οποία εξαρτάται αυτή δεν έγινε δεκτή.</translation>
        </message>
        <message>
            <source>Its content is kept.</source>
            <translation>Το περιεχόμενό της κρατήθηκε.</translation>
        </message>
        <message>
            <source>Settle the first one, then try again.</source>
            <translation>Τακτοποιήστε την πρώτη και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>One part of the act was refused, so none of it was done.</source>
            <translation>Ένα μέρος της ενέργειας δεν έγινε δεκτό, γι’ αυτό δεν έγινε τίποτε.</translation>
        </message>
        <message>
            <source>All you had filled in is kept.</source>
            <translation>Ό,τι είχατε συμπληρώσει κρατήθηκε.</translation>
        </message>
        <message>
            <source>Mend what was refused, then try again.</source>
            <translation>Διορθώστε ό,τι δεν έγινε δεκτό και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>The file is neither a PDF nor an image that can be read.</source>
            <translation>Το αρχείο δεν είναι ούτε PDF ούτε εικόνα που διαβάζεται.</translation>
        </message>
        <message>
            <source>Nothing was attached.</source>
            <translation>Δεν επισυνάφθηκε τίποτε.</translation>
        </message>
        <message>
            <source>Save it as PDF and choose it again.</source>
            <translation>Αποθηκεύστε το ως PDF και επιλέξτε το ξανά.</translation>
        </message>
        <message>
            <source>The PDF is damaged.</source>
            <translation>Το PDF είναι φθαρμένο.</translation>
        </message>
        <message>
            <source>The file was not changed.</source>
            <translation>Το αρχείο δεν άλλαξε.</translation>
        </message>
        <message>
            <source>Ask for it to be sent again, or print it and scan it.</source>
            <translation>Ζητήστε να σταλεί ξανά, ή τυπώστε το και σαρώστε το.</translation>
        </message>
        <message>
            <source>The PDF is locked with a password.</source>
            <translation>Το PDF είναι κλειδωμένο με συνθηματικό.</translation>
        </message>
        <message>
            <source>Save it without the password and choose it again.</source>
            <translation>Αποθηκεύστε το χωρίς συνθηματικό και επιλέξτε το ξανά.</translation>
        </message>
        <message>
            <source>An earlier signature in the PDF does not allow this change.</source>
            <translation>Προηγούμενη υπογραφή στο PDF δεν επιτρέπει αυτή την αλλαγή.</translation>
        </message>
        <message>
            <source>The file and its signatures are intact.</source>
            <translation>Το αρχείο και οι υπογραφές του είναι ακέραια.</translation>
        </message>
        <message>
            <source>Ask the author for a form that still allows signatures.</source>
            <translation>Ζητήστε από τον συντάκτη μορφή που επιτρέπει ακόμη υπογραφές.</translation>
        </message>
        <message>
            <source>The file is too large.</source>
            <translation>Το αρχείο είναι πολύ μεγάλο.</translation>
        </message>
        <message>
            <source>Split it or scan it in lower resolution; at most 512 MB are taken.</source>
            <translation>Χωρίστε το ή σαρώστε το με μικρότερη ανάλυση· το όριο είναι 512 MB.</translation>
        </message>
        <message>
            <source>The image cannot be read.</source>
            <translation>Η εικόνα δεν διαβάζεται.</translation>
        </message>
        <message>
            <source>Save it as JPEG, PNG or TIFF, or scan the page again.</source>
            <translation>Αποθηκεύστε την ως JPEG, PNG ή TIFF, ή σαρώστε ξανά τη σελίδα.</translation>
        </message>
        <message>
            <source>The files for recognising text in this language are not installed.</source>
            <translation>Τα αρχεία αναγνώρισης κειμένου για αυτή τη γλώσσα δεν είναι εγκατεστημένα.</translation>
        </message>
        <message>
            <source>The pages are kept; only their text is missing.</source>
            <translation>Οι σελίδες κρατήθηκαν· λείπει μόνο το κείμενό τους.</translation>
        </message>
        <message>
            <source>Go on without it, and ask IT to install Tesseract's data for Greek and English.</source>
            <translation>Συνεχίστε χωρίς αυτό και ζητήστε από το τμήμα πληροφορικής να εγκαταστήσει τα δεδομένα του Tesseract για ελληνικά και αγγλικά.</translation>
        </message>
        <message>
            <source>Reading the file ended unexpectedly.</source>
            <translation>Η ανάγνωση του αρχείου διακόπηκε απρόσμενα.</translation>
        </message>
        <message>
            <source>Your work and the file are intact.</source>
            <translation>Η εργασία σας και το αρχείο είναι ακέραια.</translation>
        </message>
        <message>
            <source>Try again; if it happens again the file is probably damaged.</source>
            <translation>Δοκιμάστε ξανά· αν επαναληφθεί, το αρχείο μάλλον είναι φθαρμένο.</translation>
        </message>
        <message>
            <source>No scanner was found.</source>
            <translation>Δεν βρέθηκε σαρωτής.</translation>
        </message>
        <message>
            <source>The pages scanned before are kept.</source>
            <translation>Οι σελίδες που σαρώθηκαν κρατήθηκαν.</translation>
        </message>
        <message>
            <source>Check that it is switched on and connected.</source>
            <translation>Ελέγξτε ότι είναι ανοιχτός και συνδεδεμένος.</translation>
        </message>
        <message>
            <source>The scanner is busy.</source>
            <translation>Ο σαρωτής είναι απασχολημένος.</translation>
        </message>
        <message>
            <source>Wait until it is free and scan again.</source>
            <translation>Περιμένετε να ελευθερωθεί και σαρώστε ξανά.</translation>
        </message>
        <message>
            <source>The scanner does not answer.</source>
            <translation>Ο σαρωτής δεν απαντά.</translation>
        </message>
        <message>
            <source>Switch it off and on, check the cable, and scan again.</source>
            <translation>Κλείστε και ανοίξτε τον, ελέγξτε το καλώδιο και σαρώστε ξανά.</translation>
        </message>
        <message>
            <source>Paper is jammed in the scanner.</source>
            <translation>Μπλοκαρίστηκε χαρτί στον σαρωτή.</translation>
        </message>
        <message>
            <source>Take the paper out and scan the page again.</source>
            <translation>Βγάλτε το χαρτί και σαρώστε ξανά τη σελίδα.</translation>
        </message>
        <message>
            <source>The scanner's cover is open.</source>
            <translation>Το κάλυμμα του σαρωτή είναι ανοιχτό.</translation>
        </message>
        <message>
            <source>Close the cover and scan again.</source>
            <translation>Κλείστε το κάλυμμα και σαρώστε ξανά.</translation>
        </message>
        <message>
            <source>There is no paper in the scanner.</source>
            <translation>Δεν υπάρχει χαρτί στον σαρωτή.</translation>
        </message>
        <message>
            <source>Put the page in and scan again.</source>
            <translation>Βάλτε τη σελίδα και σαρώστε ξανά.</translation>
        </message>
        <message>
            <source>The scan failed.</source>
            <translation>Η σάρωση απέτυχε.</translation>
        </message>
        <message>
            <source>Scan the page again; if it goes on, tell IT.</source>
            <translation>Σαρώστε ξανά τη σελίδα· αν συνεχιστεί, ενημερώστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>The key file cannot be read.</source>
            <translation>Το αρχείο κλειδιού δεν διαβάζεται.</translation>
        </message>
        <message>
            <source>Choose a PKCS#12 file (.p12 or .pfx) that holds a key with its certificate.</source>
            <translation>Επιλέξτε αρχείο PKCS#12 (.p12 ή .pfx) που περιέχει κλειδί με το πιστοποιητικό του.</translation>
        </message>
        <message>
            <source>The PIN is not right.</source>
            <translation>Το PIN δεν είναι σωστό.</translation>
        </message>
        <message>
            <source>Nothing was signed; the PIN was tried once only.</source>
            <translation>Δεν υπογράφηκε τίποτε· το PIN δοκιμάστηκε μία μόνο φορά.</translation>
        </message>
        <message>
            <source>Type it again with care; after a few wrong tries a signing device locks.</source>
            <translation>Πληκτρολογήστε το ξανά προσεκτικά· μετά από λίγες λάθος προσπάθειες η συσκευή υπογραφής κλειδώνει.</translation>
        </message>
        <message>
            <source>The signing device is locked.</source>
            <translation>Η συσκευή υπογραφής είναι κλειδωμένη.</translation>
        </message>
        <message>
            <source>Unlock it with its unlock code, or ask its issuer.</source>
            <translation>Ξεκλειδώστε την με τον κωδικό της ή απευθυνθείτε στον εκδότη της.</translation>
        </message>
        <message>
            <source>The certificate is not valid at this time.</source>
            <translation>Το πιστοποιητικό δεν ισχύει αυτή τη στιγμή.</translation>
        </message>
        <message>
            <source>Renew the certificate; until then somebody else must sign.</source>
            <translation>Ανανεώστε το πιστοποιητικό· ως τότε πρέπει να υπογράψει άλλος.</translation>
        </message>
        <message>
            <source>The certificate may not be used for signatures.</source>
            <translation>Το πιστοποιητικό δεν προορίζεται για υπογραφές.</translation>
        </message>
        <message>
            <source>Choose another certificate.</source>
            <translation>Επιλέξτε άλλο πιστοποιητικό.</translation>
        </message>
        <message>
            <source>The certificate is not registered to you.</source>
            <translation>Το πιστοποιητικό δεν είναι καταχωρισμένο σε εσάς.</translation>
        </message>
        <message>
            <source>Ask IT to register it to your name, or choose your own.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να το καταχωρίσει στο όνομά σας ή επιλέξτε το δικό σας.</translation>
        </message>
        <message>
            <source>The signing device is not connected.</source>
            <translation>Η συσκευή υπογραφής δεν είναι συνδεδεμένη.</translation>
        </message>
        <message>
            <source>Connect it and try again.</source>
            <translation>Συνδέστε την και δοκιμάστε ξανά.</translation>
        </message>
        <message>
            <source>The timestamp service does not answer.</source>
            <translation>Η υπηρεσία χρονοσφραγίδας δεν απαντά.</translation>
        </message>
        <message>
            <source>Nothing was signed; the document is as it was.</source>
            <translation>Δεν υπογράφηκε τίποτα· το έγγραφο είναι όπως ήταν.</translation>
        </message>
        <message>
            <source>Try again later.</source>
            <translation>Δοκιμάστε ξανά αργότερα.</translation>
        </message>
        <message>
            <source>The authority that issued the certificate does not say whether it is still valid.</source>
            <translation>Η αρχή που εξέδωσε το πιστοποιητικό δεν απαντά αν αυτό ισχύει ακόμη.</translation>
        </message>
        <message>
            <source>The authority that issued the certificate has revoked it.</source>
            <translation>Η αρχή που εξέδωσε το πιστοποιητικό το έχει ανακαλέσει.</translation>
        </message>
        <message>
            <source>Use another certificate, or ask for a new one.</source>
            <translation>Χρησιμοποιήστε άλλο πιστοποιητικό ή ζητήστε καινούργιο.</translation>
        </message>
        <message>
            <source>The signature that was made does not hold.</source>
            <translation>Η υπογραφή που έγινε δεν ισχύει.</translation>
        </message>
        <message>
            <source>The document and its earlier signatures are intact.</source>
            <translation>Το έγγραφο και οι προηγούμενες υπογραφές του είναι ακέραια.</translation>
        </message>
        <message>
            <source>Try again; if it happens again, tell IT.</source>
            <translation>Δοκιμάστε ξανά· αν επαναληφθεί, ενημερώστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>The PIN of the signing device must be set or changed first.</source>
            <translation>Το PIN της συσκευής υπογραφής πρέπει πρώτα να οριστεί ή να αλλάξει.</translation>
        </message>
        <message>
            <source>Set it with the program that came with the device, or ask IT.</source>
            <translation>Ορίστε το με το πρόγραμμα που συνοδεύει τη συσκευή ή ρωτήστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>The signing device answers with an error.</source>
            <translation>Η συσκευή υπογραφής απαντά με σφάλμα.</translation>
        </message>
        <message>
            <source>Pull it out, plug it in again and try once more; if it goes on, tell IT.</source>
            <translation>Βγάλτε την, συνδέστε την ξανά και δοκιμάστε άλλη μία φορά· αν συνεχιστεί, ενημερώστε τη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>The software of the signing device cannot be used.</source>
            <translation>Το λογισμικό της συσκευής υπογραφής δεν μπορεί να χρησιμοποιηθεί.</translation>
        </message>
        <message>
            <source>Ask IT to install it anew; it must be the one for 64 bits.</source>
            <translation>Ζητήστε από τη μηχανογράφηση να το εγκαταστήσει εκ νέου· πρέπει να είναι το λογισμικό για 64 bit.</translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>time unknown</source>
            <translation>άγνωστη ώρα</translation>
        </message>
        <message>
            <source>%1 by a timestamp</source>
            <translation>%1 από χρονοσφραγίδα</translation>
        </message>
        <message>
            <source>%1 as the signer says</source>
            <translation>%1 κατά δήλωση του υπογράφοντος</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ναι</translation>
        </message>
        <message>
            <source>yes, by %1</source>
            <translation>ναι, από %1</translation>
        </message>
        <message>
            <source>no</source>
            <translation>όχι</translation>
        </message>
        <message>
            <source>not known here</source>
            <translation>δεν είναι γνωστό εδώ</translation>
        </message>
        <message>
            <source>need not be asked for</source>
            <translation>δεν χρειάζεται έλεγχο</translation>
        </message>
        <message>
            <source>its issuer names no place to ask</source>
            <translation>ο εκδότης δεν ορίζει πού ελέγχεται</translation>
        </message>
        <message>
            <source>could not be learnt</source>
            <translation>δεν κατέστη δυνατό να ελεγχθεί</translation>
        </message>
        <message>
            <source>not revoked (%1 of %2)</source>
            <translation>δεν έχει ανακληθεί (%1, %2)</translation>
        </message>
        <message>
            <source>not revoked (%1)</source>
            <translation>δεν έχει ανακληθεί (%1)</translation>
        </message>
        <message>
            <source>revoked on %1</source>
            <translation>ανακλήθηκε στις %1</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>έχει ανακληθεί</translation>
        </message>
        <message>
            <source>%1 (until %2)</source>
            <translation>%1 (έως %2)</translation>
        </message>
        <message>
            <source>unknown authority</source>
            <translation>άγνωστη αρχή</translation>
        </message>
        <message>
            <source>valid</source>
            <translation>έγκυρη</translation>
        </message>
        <message>
            <source>not valid</source>
            <translation>μη έγκυρη</translation>
        </message>
        <message>
            <source>not certain</source>
            <translation>αβέβαιη</translation>
        </message>
        <message>
            <source>a further signature</source>
            <translation>νέα υπογραφή</translation>
        </message>
        <message>
            <source>a timestamp</source>
            <translation>χρονοσφραγίδα</translation>
        </message>
        <message>
            <source>data for long-term validity</source>
            <translation>στοιχεία μακροχρόνιας ισχύος</translation>
        </message>
        <message>
            <source>a form was filled in</source>
            <translation>συμπλήρωση φόρμας</translation>
        </message>
        <message>
            <source>notes or marks on a page</source>
            <translation>σημειώσεις ή σημάδια σε σελίδα</translation>
        </message>
        <message>
            <source>a form field was made, moved or taken away</source>
            <translation>πεδίο φόρμας προστέθηκε, μετακινήθηκε ή αφαιρέθηκε</translation>
        </message>
        <message>
            <source>the content of a page</source>
            <translation>το περιεχόμενο σελίδας</translation>
        </message>
        <message>
            <source>pages were added, taken away or put in another order</source>
            <translation>σελίδες προστέθηκαν, αφαιρέθηκαν ή άλλαξαν σειρά</translation>
        </message>
        <message>
            <source>the letters that the text is shown with</source>
            <translation>η γραμματοσειρά με την οποία εμφανίζεται το κείμενο</translation>
        </message>
        <message>
            <source>title, author or dates of the file</source>
            <translation>τίτλος, συντάκτης ή ημερομηνίες του αρχείου</translation>
        </message>
        <message>
            <source>files attached inside it</source>
            <translation>αρχεία επισυναπτόμενα μέσα του</translation>
        </message>
        <message>
            <source>content that acts by itself</source>
            <translation>ενεργό περιεχόμενο</translation>
        </message>
        <message>
            <source>how the document is shown</source>
            <translation>ο τρόπος εμφάνισης του εγγράφου</translation>
        </message>
        <message>
            <source>an earlier signature itself</source>
            <translation>προηγούμενη υπογραφή</translation>
        </message>
        <message>
            <source>bytes that fit no honest saving</source>
            <translation>δεδομένα που δεν ταιριάζουν σε καμία κανονική αποθήκευση</translation>
        </message>
        <message>
            <source>something else</source>
            <translation>κάτι άλλο</translation>
        </message>
        <message>
            <source>%1 is not safe any more</source>
            <translation>%1: δεν είναι πλέον ασφαλές</translation>
        </message>
        <message>
            <source>Qualified timestamp</source>
            <translation>Εγκεκριμένη χρονοσφραγίδα</translation>
        </message>
        <message>
            <source>Timestamp</source>
            <translation>Χρονοσφραγίδα</translation>
        </message>
        <message>
            <source>Qualified signature that certifies the document</source>
            <translation>Εγκεκριμένη υπογραφή που πιστοποιεί το έγγραφο</translation>
        </message>
        <message>
            <source>Signature that certifies the document</source>
            <translation>Υπογραφή που πιστοποιεί το έγγραφο</translation>
        </message>
        <message>
            <source>Qualified electronic seal</source>
            <translation>Εγκεκριμένη ηλεκτρονική σφραγίδα</translation>
        </message>
        <message>
            <source>Electronic seal</source>
            <translation>Ηλεκτρονική σφραγίδα</translation>
        </message>
        <message>
            <source>Qualified electronic signature</source>
            <translation>Εγκεκριμένη ηλεκτρονική υπογραφή</translation>
        </message>
        <message>
            <source>Digital signature</source>
            <translation>Ψηφιακή υπογραφή</translation>
        </message>
        <message>
            <source>saving %1</source>
            <translation>%1η αποθήκευση</translation>
        </message>
        <message>
            <source>outside every saving</source>
            <translation>εκτός αποθηκεύσεων</translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <translation>%1: %2, %3</translation>
        </message>
        <message>
            <source>allowed</source>
            <translation>επιτρέπεται</translation>
        </message>
        <message>
            <source>NOT allowed</source>
            <translation>ΔΕΝ επιτρέπεται</translation>
        </message>
        <message>
            <source>Result by the standard</source>
            <translation>Αποτέλεσμα κατά το πρότυπο</translation>
        </message>
        <message>
            <source>Qualified</source>
            <translation>Εγκεκριμένη</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Επίπεδο</translation>
        </message>
        <message>
            <source>Methods</source>
            <translation>Μέθοδοι</translation>
        </message>
        <message>
            <source>Signer says</source>
            <translation>Ώρα κατά τον υπογράφοντα</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Λόγος</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Τόπος</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>Πιστοποιητικά</translation>
        </message>
        <message>
            <source>Revocation</source>
            <translation>Ανάκληση</translation>
        </message>
        <message>
            <source>Changed since</source>
            <translation>Αλλαγές μετά</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>καμία</translation>
        </message>
        <message>
            <source>Field in the file</source>
            <translation>Πεδίο στο αρχείο</translation>
        </message>
        <message>
            <source>For IT</source>
            <translation>Για τη μηχανογράφηση</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>Without date</source>
            <translation>Χωρίς ημερομηνία</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Σήμερα, %1</translation>
        </message>
        <message>
            <source>Yesterday, %1</source>
            <translation>Χθες, %1</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>λήγει σήμερα</translation>
        </message>
        <message>
            <source>due tomorrow</source>
            <translation>λήγει αύριο</translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>έως %1</translation>
        </message>
        <message numerus="yes">
            <source>due in %n day(s)</source>
            <translation>
                <numerusform>σε %n ημέρα</numerusform>
                <numerusform>σε %n ημέρες</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>εκπρόθεσμο %n ημέρα</numerusform>
                <numerusform>εκπρόθεσμο %n ημέρες</numerusform>
            </translation>
        </message>
        <message>
            <source>waiting for number</source>
            <translation>σε αναμονή αριθμού</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>σχέδιο</translation>
        </message>
        <message>
            <source>protected subject</source>
            <translation>προστατευμένο θέμα</translation>
        </message>
        <message>
            <source>(without subject)</source>
            <translation>(χωρίς θέμα)</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>A wrong PIN was entered before: few tries are left.</source>
            <translation>Έχει δοθεί λάθος PIN: απομένουν λίγες προσπάθειες.</translation>
        </message>
        <message>
            <source>Last try: one more wrong PIN locks the signing device.</source>
            <translation>Τελευταία προσπάθεια: με ένα ακόμη λάθος PIN η συσκευή υπογραφής κλειδώνει.</translation>
        </message>
        <message>
            <source>The signing device is locked. IT can unlock it with its PUK.</source>
            <translation>Η συσκευή υπογραφής είναι κλειδωμένη. Η μηχανογράφηση μπορεί να την ξεκλειδώσει με το PUK της.</translation>
        </message>
        <message>
            <source>The certificate of %1 has expired</source>
            <translation>Το πιστοποιητικό «%1» έχει λήξει</translation>
        </message>
        <message>
            <source>The certificate of %1 expires today</source>
            <translation>Το πιστοποιητικό «%1» λήγει σήμερα</translation>
        </message>
        <message numerus="yes">
            <source>The certificate of %1 expires in %n day(s)</source>
            <translation>
                <numerusform>Το πιστοποιητικό «%1» λήγει σε %n ημέρα</numerusform>
                <numerusform>Το πιστοποιητικό «%1» λήγει σε %n ημέρες</numerusform>
            </translation>
        </message>
        <message>
            <source>device «%1»</source>
            <translation>συσκευή «%1»</translation>
        </message>
        <message>
            <source>the system's store</source>
            <translation>αποθήκη του συστήματος</translation>
        </message>
        <message>
            <source>issued by %1</source>
            <translation>εκδότης %1</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>έως %1</translation>
        </message>
        <message>
            <source>This certificate has expired; a new one is needed to sign.</source>
            <translation>Το πιστοποιητικό έχει λήξει· για να υπογράψετε χρειάζεται νέο.</translation>
        </message>
        <message>
            <source>This certificate is not valid yet.</source>
            <translation>Το πιστοποιητικό δεν ισχύει ακόμη.</translation>
        </message>
        <message>
            <source>This certificate is meant for logging in, not for signing.</source>
            <translation>Το πιστοποιητικό προορίζεται για ταυτοποίηση, όχι για υπογραφή.</translation>
        </message>
        <message>
            <source>This certificate is not registered as yours; ask IT to register it.</source>
            <translation>Το πιστοποιητικό δεν έχει δηλωθεί ως δικό σας· ζητήστε από τη μηχανογράφηση να το δηλώσει.</translation>
        </message>
        <message>
            <source>The PIN is entered on the device's own keys, after «Sign».</source>
            <translation>Το PIN δίνεται στα πλήκτρα της συσκευής, μετά την «Υπογραφή».</translation>
        </message>
        <message>
            <source>The system asks for the PIN, after «Sign».</source>
            <translation>Το PIN το ζητά το λειτουργικό σύστημα, μετά την «Υπογραφή».</translation>
        </message>
        <message>
            <source>Signed at level %1, without a timestamp.</source>
            <translation>Υπογραφή επιπέδου %1, χωρίς χρονοσφραγίδα.</translation>
        </message>
        <message>
            <source>Signed at level %1, with a timestamp by %2.</source>
            <translation>Υπογραφή επιπέδου %1, με χρονοσφραγίδα από %2.</translation>
        </message>
        <message>
            <source>If no timestamp comes, nothing is signed.</source>
            <translation>Αν δεν έρθει χρονοσφραγίδα, δεν υπογράφεται τίποτε.</translation>
        </message>
        <message>
            <source>If no timestamp comes, it is signed all the same and the timestamp follows.</source>
            <translation>Αν δεν έρθει χρονοσφραγίδα, το έγγραφο υπογράφεται και η χρονοσφραγίδα ακολουθεί.</translation>
        </message>
    </context>
    <context>
        <name>PaperPrint</name>
        <message>
            <source>Receipt of a document</source>
            <translation>Απόδειξη παραλαβής εγγράφου</translation>
        </message>
        <message>
            <source>Subject: %1</source>
            <translation>Θέμα: %1</translation>
        </message>
        <message>
            <source>From: %1</source>
            <translation>Από: %1</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>Unknown signer</source>
            <translation>Άγνωστος υπογράφων</translation>
        </message>
        <message>
            <source>Check of the signatures</source>
            <translation>Έλεγχος υπογραφών</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Αρχείο</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>Ελέγχθηκε</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Αποτέλεσμα</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Do not rely on it; ask the sender for the original.</source>
            <translation>Μη βασιστείτε σε αυτό· ζητήστε από τον αποστολέα το πρωτότυπο.</translation>
        </message>
        <message>
            <source>Ask the sender to sign anew with a valid certificate.</source>
            <translation>Ζητήστε από τον αποστολέα νέα υπογραφή με έγκυρο πιστοποιητικό.</translation>
        </message>
        <message>
            <source>Show it to IT before you rely on it.</source>
            <translation>Πριν βασιστείτε σε αυτή, δείξτε την στη μηχανογράφηση.</translation>
        </message>
        <message>
            <source>Check again later, with a connection to the network.</source>
            <translation>Επαναλάβετε τον έλεγχο αργότερα, με σύνδεση στο δίκτυο.</translation>
        </message>
        <message>
            <source>Not valid: the content is not what was signed.</source>
            <translation>Μη έγκυρη: το περιεχόμενο δεν είναι αυτό που υπογράφηκε.</translation>
        </message>
        <message>
            <source>Not valid: the signature was not made with the signer's key.</source>
            <translation>Μη έγκυρη: η υπογραφή δεν έγινε με το κλειδί του υπογράφοντος.</translation>
        </message>
        <message>
            <source>Not valid: the signature is not built as it must be; this may be a forgery.</source>
            <translation>Μη έγκυρη: η υπογραφή δεν έχει τη δομή που πρέπει· ίσως πρόκειται για πλαστογραφία.</translation>
        </message>
        <message>
            <source>Not valid: the signer's certificate had been revoked when it was signed.</source>
            <translation>Μη έγκυρη: όταν υπογράφηκε, το πιστοποιητικό του υπογράφοντος είχε ανακληθεί.</translation>
        </message>
        <message>
            <source>Not valid: the signer's certificate had expired when it was signed.</source>
            <translation>Μη έγκυρη: όταν υπογράφηκε, το πιστοποιητικό του υπογράφοντος είχε λήξει.</translation>
        </message>
        <message>
            <source>Not valid: the signer's certificate was not valid yet when it was signed.</source>
            <translation>Μη έγκυρη: όταν υπογράφηκε, το πιστοποιητικό του υπογράφοντος δεν ίσχυε ακόμη.</translation>
        </message>
        <message>
            <source>Not valid.</source>
            <translation>Μη έγκυρη.</translation>
        </message>
        <message>
            <source>Intact, but the issuer of the signer's certificate is not among those trusted here.</source>
            <translation>Ακέραιη, αλλά ο εκδότης του πιστοποιητικού δεν είναι από τους έμπιστους εδώ.</translation>
        </message>
        <message>
            <source>Ask IT whether this issuer is to be trusted.</source>
            <translation>Ρωτήστε τη μηχανογράφηση αν ο εκδότης αυτός είναι έμπιστος.</translation>
        </message>
        <message>
            <source>Intact, but something is wrong with the certificates of the signer's issuer.</source>
            <translation>Ακέραιη, αλλά υπάρχει πρόβλημα στα πιστοποιητικά του εκδότη.</translation>
        </message>
        <message>
            <source>Intact, but the issuer was not entitled to issue such a certificate.</source>
            <translation>Ακέραιη, αλλά ο εκδότης δεν είχε δικαίωμα να εκδώσει τέτοιο πιστοποιητικό.</translation>
        </message>
        <message>
            <source>Intact, but the certificate is not meant for signing documents.</source>
            <translation>Ακέραιη, αλλά το πιστοποιητικό δεν προορίζεται για υπογραφή εγγράφων.</translation>
        </message>
        <message>
            <source>Intact, but the certificate has expired since, and no timestamp proves that it was signed before.</source>
            <translation>Ακέραιη, αλλά το πιστοποιητικό έχει λήξει στο μεταξύ και καμία χρονοσφραγίδα δεν αποδεικνύει ότι υπογράφηκε νωρίτερα.</translation>
        </message>
        <message>
            <source>If it matters, ask the sender to sign anew, with a timestamp.</source>
            <translation>Αν έχει σημασία, ζητήστε από τον αποστολέα νέα υπογραφή, με χρονοσφραγίδα.</translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate has been revoked, and no timestamp proves that it was signed before.</source>
            <translation>Ακέραιη, αλλά το πιστοποιητικό έχει ανακληθεί και καμία χρονοσφραγίδα δεν αποδεικνύει ότι υπογράφηκε νωρίτερα.</translation>
        </message>
        <message>
            <source>Intact, but the issuer's own certificate has been revoked.</source>
            <translation>Ακέραιη, αλλά το πιστοποιητικό του ίδιου του εκδότη έχει ανακληθεί.</translation>
        </message>
        <message>
            <source>Intact, but nothing proves when it was signed.</source>
            <translation>Ακέραιη, αλλά τίποτε δεν αποδεικνύει πότε υπογράφηκε.</translation>
        </message>
        <message>
            <source>Intact, but it could not be learnt whether the certificate has been revoked.</source>
            <translation>Ακέραιη, αλλά δεν κατέστη δυνατό να ελεγχθεί αν το πιστοποιητικό έχει ανακληθεί.</translation>
        </message>
        <message>
            <source>Signed by a method that is not safe any more, so that it proves little.</source>
            <translation>Υπογράφηκε με μέθοδο που δεν είναι πλέον ασφαλής και αποδεικνύει λίγα.</translation>
        </message>
        <message>
            <source>The signer's certificate is not in the file, so nobody can tell who signed.</source>
            <translation>Το πιστοποιητικό του υπογράφοντος δεν υπάρχει στο αρχείο· δεν μπορεί να φανεί ποιος υπέγραψε.</translation>
        </message>
        <message>
            <source>The timestamps contradict one another.</source>
            <translation>Οι χρονοσφραγίδες αντιφάσκουν μεταξύ τους.</translation>
        </message>
        <message>
            <source>What was signed is not in the file as a whole.</source>
            <translation>Το υπογεγραμμένο περιεχόμενο δεν υπάρχει ολόκληρο στο αρχείο.</translation>
        </message>
        <message>
            <source>The signature follows rules that could not be read here.</source>
            <translation>Η υπογραφή ακολουθεί κανόνες που δεν κατέστη δυνατό να διαβαστούν εδώ.</translation>
        </message>
        <message>
            <source>Nothing certain can be said about this signature.</source>
            <translation>Για την υπογραφή αυτή δεν μπορεί να λεχθεί κάτι βέβαιο.</translation>
        </message>
        <message>
            <source>Not valid: the document was changed after the signature in a way that is not allowed.</source>
            <translation>Μη έγκυρη: μετά την υπογραφή έγινε στο έγγραφο αλλαγή που δεν επιτρέπεται.</translation>
        </message>
        <message>
            <source>Do not rely on what is shown; open the signed version and ask the sender.</source>
            <translation>Μη βασιστείτε σε ό,τι εμφανίζεται· ανοίξτε την υπογεγραμμένη έκδοση και ρωτήστε τον αποστολέα.</translation>
        </message>
        <message>
            <source>Valid: the document is as it was signed.</source>
            <translation>Έγκυρη: το έγγραφο είναι όπως υπογράφηκε.</translation>
        </message>
        <message>
            <source>Valid: only what the signature allows was added afterwards.</source>
            <translation>Έγκυρη: μετά προστέθηκαν μόνο όσα επιτρέπει η υπογραφή.</translation>
        </message>
        <message>
            <source>Valid.</source>
            <translation>Έγκυρη.</translation>
        </message>
        <message>
            <source>The file carries no digital signature.</source>
            <translation>Το αρχείο δεν φέρει ψηφιακή υπογραφή.</translation>
        </message>
        <message numerus="yes">
            <source>%n of them valid</source>
            <translation>
                <numerusform>%n έγκυρη</numerusform>
                <numerusform>%n έγκυρες</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them need(s) attention</source>
            <translation>
                <numerusform>%n χρειάζεται προσοχή</numerusform>
                <numerusform>%n χρειάζονται προσοχή</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them not valid</source>
            <translation>
                <numerusform>%n μη έγκυρη</numerusform>
                <numerusform>%n μη έγκυρες</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n digital signature(s)</source>
            <translation>
                <numerusform>%n ψηφιακή υπογραφή</numerusform>
                <numerusform>%n ψηφιακές υπογραφές</numerusform>
            </translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate has expired.</source>
            <translation>Ακέραιη, αλλά το πιστοποιητικό του υπογράφοντος έχει λήξει.</translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate was not valid yet when it was signed.</source>
            <translation>Ακέραιη, αλλά το πιστοποιητικό του υπογράφοντος δεν ίσχυε ακόμη όταν υπογράφηκε.</translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate has been revoked.</source>
            <translation>Ακέραιη, αλλά το πιστοποιητικό του υπογράφοντος έχει ανακληθεί.</translation>
        </message>
        <message>
            <source>The signature is not built as it must be, so that it cannot be judged.</source>
            <translation>Η υπογραφή δεν είναι φτιαγμένη όπως πρέπει, οπότε δεν μπορεί να κριθεί.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Incoming</source>
            <translation>Εισερχόμενο</translation>
        </message>
        <message>
            <source>Outgoing</source>
            <translation>Εξερχόμενο</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Εσωτερικό</translation>
        </message>
        <message>
            <source>For action</source>
            <translation>Για ενέργεια</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>Για ενημέρωση</translation>
        </message>
        <message>
            <source>For opinion</source>
            <translation>Για απόψεις</translation>
        </message>
        <message>
            <source>charged</source>
            <translation>χρεωμένο</translation>
        </message>
        <message>
            <source>taken over</source>
            <translation>παραλήφθηκε</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>επιστράφηκε</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>ολοκληρώθηκε</translation>
        </message>
        <message>
            <source>signature</source>
            <translation>υπογραφή</translation>
        </message>
        <message>
            <source>approval</source>
            <translation>έγκριση</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>εκκρεμεί</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>εγκρίθηκε</translation>
        </message>
        <message>
            <source>approved with objection</source>
            <translation>εγκρίθηκε με αντίρρηση</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>υπέγραψε</translation>
        </message>
        <message>
            <source>sent back</source>
            <translation>επέστρεψε</translation>
        </message>
        <message>
            <source>On its way for approval</source>
            <translation>Σε πορεία έγκρισης</translation>
        </message>
        <message>
            <source>Signed by all</source>
            <translation>Υπογράφηκε από όλους</translation>
        </message>
        <message>
            <source>Sent back to the author</source>
            <translation>Επιστράφηκε στον συντάκτη</translation>
        </message>
        <message>
            <source>Withdrawn by the author</source>
            <translation>Ανακλήθηκε από τον συντάκτη</translation>
        </message>
        <message>
            <source>without number</source>
            <translation>χωρίς αριθμό</translation>
        </message>
        <message>
            <source>waiting for number</source>
            <translation>σε αναμονή αριθμού</translation>
        </message>
        <message>
            <source>registered</source>
            <translation>πρωτοκολλημένο</translation>
        </message>
        <message>
            <source>number reserved</source>
            <translation>δεσμευμένος αριθμός</translation>
        </message>
        <message>
            <source>number leased</source>
            <translation>εκχωρημένος αριθμός</translation>
        </message>
        <message>
            <source>number returned unused</source>
            <translation>αριθμός που επιστράφηκε</translation>
        </message>
        <message>
            <source>number cancelled</source>
            <translation>ακυρωμένος αριθμός</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Πολίτης</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>Αρχή</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>Εταιρεία</translation>
        </message>
        <message>
            <source>Own unit</source>
            <translation>Δική μας μονάδα</translation>
        </message>
        <message>
            <source>Anonymous</source>
            <translation>Ανώνυμος</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>Χειριστής</translation>
        </message>
        <message>
            <source>Registry clerk</source>
            <translation>Υπάλληλος πρωτοκόλλου</translation>
        </message>
        <message>
            <source>Head of registry</source>
            <translation>Προϊστάμενος πρωτοκόλλου</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Προϊστάμενος</translation>
        </message>
        <message>
            <source>Final signatory</source>
            <translation>Τελικός υπογράφων</translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation>Ελεγκτής</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Διαχειριστής</translation>
        </message>
        <message>
            <source>To act on</source>
            <translation>Προς ενέργεια</translation>
        </message>
        <message>
            <source>To approve</source>
            <translation>Προς έγκριση</translation>
        </message>
        <message>
            <source>To know</source>
            <translation>Προς γνώση</translation>
        </message>
        <message>
            <source>Uncharged</source>
            <translation>Αχρέωτα</translation>
        </message>
        <message>
            <source>Register book</source>
            <translation>Βιβλίο</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Πρόχειρα</translation>
        </message>
        <message>
            <source>Outgoing documents</source>
            <translation>Εξερχόμενα</translation>
        </message>
        <message>
            <source>They need you</source>
            <translation>Χρειάζονται εσάς</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Πρωτοκολλήθηκε</translation>
        </message>
        <message>
            <source>Draft begun</source>
            <translation>Ξεκίνησε σχέδιο</translation>
        </message>
        <message>
            <source>Number reserved for the signature</source>
            <translation>Δεσμεύτηκε αριθμός για την υπογραφή</translation>
        </message>
        <message>
            <source>Number given with the final signature</source>
            <translation>Δόθηκε αριθμός με την τελική υπογραφή</translation>
        </message>
        <message>
            <source>File added</source>
            <translation>Προστέθηκε αρχείο</translation>
        </message>
        <message>
            <source>Form of the file added</source>
            <translation>Προστέθηκε μορφή του αρχείου</translation>
        </message>
        <message>
            <source>File arrived at the server</source>
            <translation>Το αρχείο έφτασε στον διακομιστή</translation>
        </message>
        <message>
            <source>File checked by the server</source>
            <translation>Το αρχείο ελέγχθηκε από τον διακομιστή</translation>
        </message>
        <message>
            <source>Particulars corrected</source>
            <translation>Διορθώθηκαν στοιχεία</translation>
        </message>
        <message>
            <source>Number cancelled</source>
            <translation>Ακυρώθηκε ο αριθμός</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>Χρεώθηκε</translation>
        </message>
        <message>
            <source>Taken over</source>
            <translation>Παραλήφθηκε</translation>
        </message>
        <message>
            <source>Charge returned</source>
            <translation>Επιστράφηκε η χρέωση</translation>
        </message>
        <message>
            <source>Handling completed</source>
            <translation>Ολοκληρώθηκε ο χειρισμός</translation>
        </message>
        <message>
            <source>Submitted for signature</source>
            <translation>Προωθήθηκε για υπογραφή</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Εγκρίθηκε</translation>
        </message>
        <message>
            <source>Approved with objection</source>
            <translation>Εγκρίθηκε με αντίρρηση</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Υπογράφηκε</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>Επιστράφηκε</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Σημείωση</translation>
        </message>
        <message>
            <source>Access changed</source>
            <translation>Άλλαξε η πρόσβαση</translation>
        </message>
        <message>
            <source>Organisation founded</source>
            <translation>Ιδρύθηκε ο οργανισμός</translation>
        </message>
        <message>
            <source>Unit defined</source>
            <translation>Ορίστηκε μονάδα</translation>
        </message>
        <message>
            <source>Person defined</source>
            <translation>Ορίστηκε πρόσωπο</translation>
        </message>
        <message>
            <source>Certificate registered</source>
            <translation>Καταχωρίστηκε πιστοποιητικό</translation>
        </message>
        <message>
            <source>Replacement set</source>
            <translation>Ορίστηκε αναπλήρωση</translation>
        </message>
        <message>
            <source>Policy set</source>
            <translation>Ορίστηκε κανόνας</translation>
        </message>
        <message>
            <source>An act that needs a newer version of the program</source>
            <translation>Ενέργεια που χρειάζεται νεότερη έκδοση του προγράμματος</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Πρωτοκόλληση</translation>
        </message>
        <message>
            <source>New draft</source>
            <translation>Νέο σχέδιο</translation>
        </message>
        <message>
            <source>Reservation of a number</source>
            <translation>Δέσμευση αριθμού</translation>
        </message>
        <message>
            <source>Final signature</source>
            <translation>Τελική υπογραφή</translation>
        </message>
        <message>
            <source>Attachment of a file</source>
            <translation>Επισύναψη αρχείου</translation>
        </message>
        <message>
            <source>Preparation of the file</source>
            <translation>Προετοιμασία του αρχείου</translation>
        </message>
        <message>
            <source>Correction of particulars</source>
            <translation>Διόρθωση στοιχείων</translation>
        </message>
        <message>
            <source>Cancellation of the number</source>
            <translation>Ακύρωση αριθμού</translation>
        </message>
        <message>
            <source>Charge</source>
            <translation>Χρέωση</translation>
        </message>
        <message>
            <source>Taking over</source>
            <translation>Παραλαβή</translation>
        </message>
        <message>
            <source>Return of the charge</source>
            <translation>Επιστροφή χρέωσης</translation>
        </message>
        <message>
            <source>Completion</source>
            <translation>Ολοκλήρωση</translation>
        </message>
        <message>
            <source>Submission for signature</source>
            <translation>Προώθηση για υπογραφή</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>Έγκριση</translation>
        </message>
        <message>
            <source>Approval with objection</source>
            <translation>Έγκριση με αντίρρηση</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Υπογραφή</translation>
        </message>
        <message>
            <source>Sending back</source>
            <translation>Επιστροφή στον συντάκτη</translation>
        </message>
        <message>
            <source>Withdrawal</source>
            <translation>Ανάκληση</translation>
        </message>
        <message>
            <source>Change of access</source>
            <translation>Αλλαγή πρόσβασης</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Θέμα</translation>
        </message>
        <message>
            <source>Sender or recipients</source>
            <translation>Αποστολέας ή αποδέκτες</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Μονάδα</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Τεμάχια</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>Φύλλα</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation>Αριθμός του εγγράφου τους</translation>
        </message>
        <message>
            <source>Their date</source>
            <translation>Ημερομηνία του εγγράφου τους</translation>
        </message>
        <message>
            <source>Place of issue</source>
            <translation>Τόπος έκδοσης</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Προθεσμία</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Αρχείο</translation>
        </message>
        <message>
            <source>Signatures of the file checked</source>
            <translation>Ελέγχθηκαν οι υπογραφές του αρχείου</translation>
        </message>
        <message>
            <source>Finding about the signatures</source>
            <translation>Εύρημα για τις υπογραφές</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::AccessForm</name>
        <message>
            <source>Only the persons named here and those who act on it</source>
            <translation>Μόνο τα πρόσωπα που ορίζονται εδώ και όσοι το χειρίζονται</translation>
        </message>
        <message>
            <source>Person who may see it</source>
            <translation>Πρόσωπο που επιτρέπεται να το βλέπει</translation>
        </message>
        <message>
            <source>Persons who may see it; Enter takes one out</source>
            <translation>Πρόσωπα που το βλέπουν· με Enter αφαιρείται ένα</translation>
        </message>
        <message>
            <source>Enter takes the person out</source>
            <translation>Με Enter αφαιρείται το πρόσωπο</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ActBar</name>
        <message>
            <source>Acts possible now</source>
            <translation>Ενέργειες που γίνονται τώρα</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Περισσότερα</translation>
        </message>
        <message>
            <source>More acts</source>
            <translation>Περισσότερες ενέργειες</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ActForm</name>
        <message>
            <source>Close</source>
            <translation>Κλείσιμο</translation>
        </message>
        <message>
            <source>Close without doing it (Esc)</source>
            <translation>Κλείσιμο χωρίς ενέργεια (Esc)</translation>
        </message>
        <message>
            <source>Close without doing it</source>
            <translation>Κλείσιμο χωρίς ενέργεια</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ActRunner</name>
        <message numerus="yes">
            <source>%n documents</source>
            <translation>
                <numerusform>%n έγγραφο</numerusform>
                <numerusform>%n έγγραφα</numerusform>
            </translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Εγκρίθηκε</translation>
        </message>
        <message>
            <source>Approved with objection</source>
            <translation>Εγκρίθηκε με αντίρρηση</translation>
        </message>
        <message>
            <source>Sent back to the author</source>
            <translation>Επιστράφηκε στον συντάκτη</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Ανακλήθηκε</translation>
        </message>
        <message>
            <source>Submitted for signature</source>
            <translation>Προωθήθηκε για υπογραφή</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>Χρεώθηκε</translation>
        </message>
        <message>
            <source>Taken over</source>
            <translation>Παραλήφθηκε</translation>
        </message>
        <message>
            <source>Charge returned</source>
            <translation>Επιστράφηκε η χρέωση</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Ολοκληρώθηκε</translation>
        </message>
        <message>
            <source>Note written</source>
            <translation>Γράφτηκε η σημείωση</translation>
        </message>
        <message>
            <source>Access changed</source>
            <translation>Άλλαξε η πρόσβαση</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Διορθώθηκε</translation>
        </message>
        <message>
            <source>Number cancelled</source>
            <translation>Ακυρώθηκε ο αριθμός</translation>
        </message>
        <message>
            <source>File added</source>
            <translation>Προστέθηκε αρχείο</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Αναιρέθηκε</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::Actions</name>
        <message>
            <source>&amp;Desk</source>
            <translation>&amp;Θυρίδα</translation>
        </message>
        <message>
            <source>D&amp;ocument</source>
            <translation>Έ&amp;γγραφο</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Προβολή</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Βοήθεια</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Γλώσσα</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Εμφάνιση</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::AttentionPage</name>
        <message numerus="yes">
            <source>(and %n that depend on it)</source>
            <translation>
                <numerusform>(και %n που εξαρτάται από αυτό)</numerusform>
                <numerusform>(και %n που εξαρτώνται από αυτό)</numerusform>
            </translation>
        </message>
        <message>
            <source>When</source>
            <translation>Πότε</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Τι</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Έγγραφο</translation>
        </message>
        <message>
            <source>Why it stopped</source>
            <translation>Γιατί σταμάτησε</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Ξανά</translation>
        </message>
        <message>
            <source>Send it once more, after you have mended what was wrong</source>
            <translation>Νέα αποστολή, αφού διορθώσετε ό,τι ήταν λάθος</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Άνοιγμα εγγράφου</translation>
        </message>
        <message>
            <source>Look at the document as it is now</source>
            <translation>Δείτε το έγγραφο όπως είναι τώρα</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Απόρριψη</translation>
        </message>
        <message>
            <source>Give it up; its content stays in the desk's journal</source>
            <translation>Εγκατάλειψη· το περιεχόμενο μένει στο ημερολόγιο της θυρίδας</translation>
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation>Τίποτε δεν σας χρειάζεται</translation>
        </message>
        <message>
            <source>All that you did has reached the server or is on its way.</source>
            <translation>Ό,τι κάνατε έφτασε στον διακομιστή ή είναι καθ’ οδόν.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchCommon</name>
        <message>
            <source>For all:</source>
            <translation>Για όλα:</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Kind of all documents</source>
            <translation>Είδος όλων των εγγράφων</translation>
        </message>
        <message>
            <source>Charge to</source>
            <translation>Χρέωση σε</translation>
        </message>
        <message>
            <source>Charge all documents to</source>
            <translation>Χρέωση όλων των εγγράφων σε</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchGrid</name>
        <message>
            <source>Documents to register</source>
            <translation>Έγγραφα προς πρωτοκόλληση</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchModel</name>
        <message>
            <source>Common to all</source>
            <translation>Κοινό για όλα</translation>
        </message>
        <message>
            <source>being registered</source>
            <translation>πρωτοκολλείται</translation>
        </message>
        <message>
            <source>waiting for its number</source>
            <translation>αναμένει αριθμό</translation>
        </message>
        <message>
            <source>added to %1</source>
            <translation>προστέθηκε στο %1</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>εκτός</translation>
        </message>
        <message>
            <source>bears the label of %1, and is added to it</source>
            <translation>φέρει την ετικέτα του %1 και προστίθεται σε αυτό</translation>
        </message>
        <message>
            <source>Leave it out, or register once more all the same.</source>
            <translation>Αφήστε το εκτός ή πρωτοκολλήστε το πάλι ούτως ή άλλως.</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n σελίδα</numerusform>
                <numerusform>%n σελίδες</numerusform>
            </translation>
        </message>
        <message>
            <source>Document %1: %2</source>
            <translation>Έγγραφο %1: %2</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Έγγραφο</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Θέμα</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Αποστολέας</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Αριθμός</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Ημερομηνία</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Charge to</source>
            <translation>Χρέωση σε</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Κατάσταση</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchPage</name>
        <message>
            <source>Pages still come; then it goes on by itself.</source>
            <translation>Έρχονται ακόμη σελίδες· μετά συνεχίζει μόνο του.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 από %2</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n έγγραφο</numerusform>
                <numerusform>%n έγγραφα</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registered</source>
            <translation>
                <numerusform>Πρωτοκολλήθηκε %n</numerusform>
                <numerusform>Πρωτοκολλήθηκαν %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>έμεινε %n</numerusform>
                <numerusform>έμειναν %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Register all (%1)</source>
            <translation>Πρωτοκόλληση όλων (%1)</translation>
        </message>
        <message>
            <source>Number and charge for each of them in one act (Ctrl+Enter)</source>
            <translation>Αριθμός και χρέωση για το καθένα σε μία πράξη (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Επόμενο</translation>
        </message>
        <message>
            <source>Back to the form (Ctrl+Enter)</source>
            <translation>Πίσω στη φόρμα (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Διακοπή</translation>
        </message>
        <message>
            <source>Stop after this one; the others stay as they are</source>
            <translation>Διακοπή μετά από αυτό· τα υπόλοιπα μένουν όπως είναι</translation>
        </message>
        <message>
            <source>One by one</source>
            <translation>Ένα ένα</translation>
        </message>
        <message>
            <source>Back to the form, with what is not registered</source>
            <translation>Πίσω στη φόρμα, με όσα δεν πρωτοκολλήθηκαν</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BusyLine</name>
        <message>
            <source>Work in progress</source>
            <translation>Εργασία σε εξέλιξη</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ChainForm</name>
        <message>
            <source>Next person of the chain</source>
            <translation>Επόμενο πρόσωπο της σειράς</translation>
        </message>
        <message>
            <source>Chain; the last one signs</source>
            <translation>Σειρά· ο τελευταίος υπογράφει</translation>
        </message>
        <message>
            <source>Earlier in the chain</source>
            <translation>Νωρίτερα στη σειρά</translation>
        </message>
        <message>
            <source>Later in the chain</source>
            <translation>Αργότερα στη σειρά</translation>
        </message>
        <message>
            <source>Take out of the chain</source>
            <translation>Αφαίρεση από τη σειρά</translation>
        </message>
        <message>
            <source>signs</source>
            <translation>υπογράφει</translation>
        </message>
        <message>
            <source>approves</source>
            <translation>εγκρίνει</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ChargeBox</name>
        <message>
            <source>Charge to</source>
            <translation>Χρέωση σε</translation>
        </message>
        <message>
            <source>Purpose of the charge</source>
            <translation>Σκοπός της χρέωσης</translation>
        </message>
        <message>
            <source>Charge to one more</source>
            <translation>Χρέωση και σε άλλον</translation>
        </message>
        <message>
            <source>Charges; Delete takes one off</source>
            <translation>Χρεώσεις· με Delete αφαιρείται μία</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Προθεσμία</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Σημείωση</translation>
        </message>
        <message>
            <source>Note to the receiver</source>
            <translation>Σημείωση προς τον παραλήπτη</translation>
        </message>
        <message>
            <source>For signature: the head of the unit approves and signs</source>
            <translation>Για υπογραφή: εγκρίνει και υπογράφει ο προϊστάμενος</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ChargeForm</name>
        <message>
            <source>To whom</source>
            <translation>Σε ποιον</translation>
        </message>
        <message>
            <source>Purpose of the charge</source>
            <translation>Σκοπός της χρέωσης</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Προθεσμία</translation>
        </message>
        <message>
            <source>due d/m/y</source>
            <translation>προθ. η/μ/ε</translation>
        </message>
        <message>
            <source>Note to the receiver</source>
            <translation>Σημείωση προς τον παραλήπτη</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ConcernBar</name>
        <message>
            <source>Missing: %1.</source>
            <translation>Λείπει: %1.</translation>
        </message>
        <message>
            <source>Not acceptable: %1.</source>
            <translation>Μη αποδεκτό: %1.</translation>
        </message>
        <message>
            <source>It looks registered already: %1</source>
            <translation>Φαίνεται ήδη πρωτοκολλημένο: %1</translation>
        </message>
        <message>
            <source>It looks registered already.</source>
            <translation>Φαίνεται ήδη πρωτοκολλημένο.</translation>
        </message>
        <message>
            <source>There is no file: only the number will be given.</source>
            <translation>Δεν υπάρχει αρχείο: θα δοθεί μόνο αριθμός.</translation>
        </message>
        <message>
            <source>The unit has no head who could sign.</source>
            <translation>Η μονάδα δεν έχει προϊστάμενο για να υπογράψει.</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Άνοιγμα</translation>
        </message>
        <message>
            <source>Open the document registered already</source>
            <translation>Άνοιγμα του ήδη πρωτοκολλημένου εγγράφου</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::CopierRow</name>
        <message>
            <source>The copier's folder</source>
            <translation>Ο φάκελος του φωτοαντιγραφικού</translation>
        </message>
        <message>
            <source>none; files that arrive there would be offered for registration</source>
            <translation>κανένας· όσα αρχεία έφταναν εκεί θα προτείνονταν για πρωτοκόλληση</translation>
        </message>
        <message>
            <source>Choose ...</source>
            <translation>Επιλογή ...</translation>
        </message>
        <message>
            <source>Choose the copier's folder</source>
            <translation>Επιλογή του φακέλου του φωτοαντιγραφικού</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::CorrectForm</name>
        <message>
            <source>Which particular</source>
            <translation>Ποιο στοιχείο</translation>
        </message>
        <message>
            <source>New value</source>
            <translation>Νέα τιμή</translation>
        </message>
        <message>
            <source>Reason of the correction</source>
            <translation>Αιτιολογία της διόρθωσης</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DateField</name>
        <message>
            <source>d/m/y</source>
            <translation>η/μ/ε</translation>
        </message>
        <message>
            <source>Day and month are enough: 23/11; +5 means in five days</source>
            <translation>Αρκούν ημέρα και μήνας: 23/11· +5 σημαίνει σε πέντε ημέρες</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DevicePage</name>
        <message>
            <source>Looking at what signing needs ...</source>
            <translation>Ελέγχεται ό,τι χρειάζεται η υπογραφή…</translation>
        </message>
        <message>
            <source>All is ready for signing</source>
            <translation>Όλα είναι έτοιμα για υπογραφή</translation>
        </message>
        <message>
            <source>Signing is possible; see what needs attention</source>
            <translation>Η υπογραφή είναι δυνατή· δείτε τι χρειάζεται προσοχή</translation>
        </message>
        <message>
            <source>Something is in the way of signing with a device</source>
            <translation>Κάτι εμποδίζει την υπογραφή με συσκευή</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Τι</translation>
        </message>
        <message>
            <source>How it is</source>
            <translation>Κατάσταση</translation>
        </message>
        <message>
            <source>What signing needs</source>
            <translation>Τι χρειάζεται η υπογραφή</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Νέος έλεγχος</translation>
        </message>
        <message>
            <source>Look at everything again</source>
            <translation>Νέος έλεγχος όλων</translation>
        </message>
        <message>
            <source>Copy for support</source>
            <translation>Αντιγραφή για υποστήριξη</translation>
        </message>
        <message>
            <source>Copies these lines, without any secret, for whoever helps you</source>
            <translation>Αντιγράφει τις γραμμές αυτές, χωρίς κανένα μυστικό, για όποιον σας βοηθά</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DocumentPages</name>
        <message>
            <source>Main document</source>
            <translation>Κύριο έγγραφο</translation>
        </message>
        <message>
            <source>Attachment %1</source>
            <translation>Συνημμένο %1</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>Αποθήκευση αντιγράφου</translation>
        </message>
        <message>
            <source>PDF documents (*.pdf);;All files (*)</source>
            <translation>Έγγραφα PDF (*.pdf);;Όλα τα αρχεία (*)</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Αποθηκεύτηκε: %1</translation>
        </message>
        <message>
            <source>page %1 of %2</source>
            <translation>σελίδα %1 από %2</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>δεν βρέθηκε</translation>
        </message>
        <message>
            <source>%1 of %2 found</source>
            <translation>%1 από %2 ευρήματα</translation>
        </message>
        <message>
            <source>Which file of the document</source>
            <translation>Ποιο αρχείο του εγγράφου</translation>
        </message>
        <message>
            <source>Larger (Ctrl++)</source>
            <translation>Μεγέθυνση (Ctrl++)</translation>
        </message>
        <message>
            <source>Smaller (Ctrl+-)</source>
            <translation>Σμίκρυνση (Ctrl+-)</translation>
        </message>
        <message>
            <source>Whole width or whole page</source>
            <translation>Όλο το πλάτος ή όλη η σελίδα</translation>
        </message>
        <message>
            <source>Find in the text (Ctrl+F)</source>
            <translation>Εύρεση στο κείμενο (Ctrl+F)</translation>
        </message>
        <message>
            <source>Find in the text</source>
            <translation>Εύρεση στο κείμενο</translation>
        </message>
        <message>
            <source>The file is on its way</source>
            <translation>Το αρχείο είναι σε μεταφορά</translation>
        </message>
        <message>
            <source>It opens by itself when it has come.</source>
            <translation>Θα ανοίξει μόνο του μόλις φτάσει.</translation>
        </message>
        <message>
            <source>There is no file here</source>
            <translation>Δεν υπάρχει αρχείο</translation>
        </message>
        <message>
            <source>Registered without a file, or nothing is chosen.</source>
            <translation>Πρωτοκολλήθηκε χωρίς αρχείο ή δεν έχει επιλεγεί κάτι.</translation>
        </message>
        <message>
            <source>An e-mail message</source>
            <translation>Μήνυμα ηλεκτρονικού ταχυδρομείου</translation>
        </message>
        <message>
            <source>It has no pages to show here; save a copy to open it.</source>
            <translation>Δεν έχει σελίδες να φανούν εδώ· αποθηκεύστε αντίγραφο για να το ανοίξετε.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DocumentPanel</name>
        <message>
            <source>Add files</source>
            <translation>Προσθήκη αρχείων</translation>
        </message>
        <message>
            <source>Documents and images (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</source>
            <translation>Έγγραφα και εικόνες (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;Όλα τα αρχεία (*)</translation>
        </message>
        <message>
            <source>About the document</source>
            <translation>Για το έγγραφο</translation>
        </message>
        <message>
            <source>Particulars</source>
            <translation>Στοιχεία</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Ιστορικό</translation>
        </message>
        <message>
            <source>Signatures (%1)</source>
            <translation>Υπογραφές (%1)</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>Υπογραφές</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DocumentWindow</name>
        <message>
            <source>Document</source>
            <translation>Έγγραφο</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DraftsBar</name>
        <message numerus="yes">
            <source>%n form(s) begun and not sent</source>
            <translation>
                <numerusform>%n φόρμα μισοτελειωμένη</numerusform>
                <numerusform>%n φόρμες μισοτελειωμένες</numerusform>
            </translation>
        </message>
        <message>
            <source>(without subject)</source>
            <translation>(χωρίς θέμα)</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Συνέχεια</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Διαγραφή</translation>
        </message>
        <message numerus="yes">
            <source>%n pile(s) scanned and not registered</source>
            <translation>
                <numerusform>%n σάρωση χωρίς καταχώριση</numerusform>
                <numerusform>%n σαρώσεις χωρίς καταχώριση</numerusform>
            </translation>
        </message>
        <message>
            <source>Begun and not finished</source>
            <translation>Αρχισμένα και ατελή</translation>
        </message>
        <message numerus="yes">
            <source>%n scanned page(s)</source>
            <translation>
                <numerusform>%n σαρωμένη σελίδα</numerusform>
                <numerusform>%n σαρωμένες σελίδες</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on with what was begun</source>
            <translation>Συνέχεια με ό,τι άρχισε</translation>
        </message>
        <message>
            <source>Discard what was begun</source>
            <translation>Απόρριψη του ατελούς</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ExpiryNotice</name>
        <message>
            <source>What to do</source>
            <translation>Τι να κάνω</translation>
        </message>
        <message>
            <source>Not again today</source>
            <translation>Όχι ξανά σήμερα</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FileWindow</name>
        <message>
            <source>The signed version: %1</source>
            <translation>Η υπογεγραμμένη έκδοση: %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FilesPanel</name>
        <message>
            <source>Choose files</source>
            <translation>Επιλογή αρχείων</translation>
        </message>
        <message>
            <source>Main document</source>
            <translation>Κύριο έγγραφο</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>Συνημμένο</translation>
        </message>
        <message>
            <source>scanned pages</source>
            <translation>σαρωμένες σελίδες</translation>
        </message>
        <message>
            <source>Choose file</source>
            <translation>Επιλογή αρχείου</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Αφαίρεση</translation>
        </message>
        <message>
            <source>Take this file off the form</source>
            <translation>Αφαίρεση του αρχείου από τη φόρμα</translation>
        </message>
        <message>
            <source>Files of the form</source>
            <translation>Αρχεία της φόρμας</translation>
        </message>
        <message>
            <source>Drop the letter here</source>
            <translation>Αφήστε εδώ το έγγραφο</translation>
        </message>
        <message>
            <source>or choose a file, or scan its pages. The number can also be given first.</source>
            <translation>ή επιλέξτε αρχείο ή σαρώστε τις σελίδες του. Ο αριθμός μπορεί να δοθεί και πρώτα.</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) lay turned and stand upright now; Ctrl+Z among the pages turns back.</source>
            <translation>
                <numerusform>%n σελίδα ήταν γυρισμένη και στέκεται πια όρθια· το Ctrl+Z στις σελίδες τη γυρίζει πίσω.</numerusform>
                <numerusform>%n σελίδες ήταν γυρισμένες και στέκονται πια όρθιες· το Ctrl+Z στις σελίδες τις γυρίζει πίσω.</numerusform>
            </translation>
        </message>
        <message>
            <source>PDF, e-mail or images; or drop them here, or paste (Ctrl+O)</source>
            <translation>PDF, μηνύματα ή εικόνες· ή αφήστε τα εδώ, ή επικόλληση (Ctrl+O)</translation>
        </message>
        <message>
            <source>Documents, e-mail and images (*.pdf *.eml *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</source>
            <translation>Έγγραφα, μηνύματα και εικόνες (*.pdf *.eml *.jpg *.jpeg *.png *.tif *.tiff);;Όλα τα αρχεία (*)</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FilterBar</name>
        <message>
            <source>All dates</source>
            <translation>Όλες οι ημερομηνίες</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Σήμερα</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Τελευταίες 7 ημέρες</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Τελευταίος μήνας</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>Φέτος</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Νεότερα πρώτα</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Παλαιότερα πρώτα</translation>
        </message>
        <message>
            <source>By due date</source>
            <translation>Κατά προθεσμία</translation>
        </message>
        <message>
            <source>By number</source>
            <translation>Κατά αριθμό</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Όλα τα είδη</translation>
        </message>
        <message>
            <source>All units</source>
            <translation>Όλες οι μονάδες</translation>
        </message>
        <message>
            <source>Filter this list: words, number, name</source>
            <translation>Φίλτρο: λέξεις, αριθμός, όνομα</translation>
        </message>
        <message>
            <source>Filter this list</source>
            <translation>Φίλτρο στη λίστα</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Μονάδα</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Ημερομηνία</translation>
        </message>
        <message>
            <source>Filter by kind</source>
            <translation>Φίλτρο κατά είδος</translation>
        </message>
        <message>
            <source>Filter by unit</source>
            <translation>Φίλτρο κατά μονάδα</translation>
        </message>
        <message>
            <source>Filter by date</source>
            <translation>Φίλτρο κατά ημερομηνία</translation>
        </message>
        <message>
            <source>Order of the list</source>
            <translation>Σειρά της λίστας</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FormView</name>
        <message>
            <source>Application</source>
            <translation>Αίτηση</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Κατεύθυνση</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Θέμα</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Αποδέκτες</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Αιτών</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Αποστολέας</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Επικοινωνία</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>ΑΦΜ</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Τηλέφωνο</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation>Αριθμός εγγράφου</translation>
        </message>
        <message>
            <source>of date</source>
            <translation>της</translation>
        </message>
        <message>
            <source>Date of their document</source>
            <translation>Ημερομηνία του εγγράφου τους</translation>
        </message>
        <message>
            <source>Place of issue</source>
            <translation>Τόπος έκδοσης</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Τεμάχια</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>Φύλλα</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Παρατηρήσεις</translation>
        </message>
        <message>
            <source>Particulars of the document</source>
            <translation>Στοιχεία του εγγράφου</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::HistoryList</name>
        <message>
            <source>History of the document</source>
            <translation>Ιστορικό του εγγράφου</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Πότε</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Τι</translation>
        </message>
        <message>
            <source>Who and why</source>
            <translation>Ποιος και γιατί</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>αντ’ αυτού: %1</translation>
        </message>
        <message>
            <source>not yet sent</source>
            <translation>δεν έχει σταλεί ακόμη</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::IdentityCard</name>
        <message>
            <source>Particulars and where it is now</source>
            <translation>Στοιχεία και πού βρίσκεται τώρα</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Αποστολέας</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Προς</translation>
        </message>
        <message>
            <source>Copy to</source>
            <translation>Κοινοποίηση</translation>
        </message>
        <message>
            <source>Their number, date</source>
            <translation>Αριθμός, ημερομηνία του</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Είδος</translation>
        </message>
        <message>
            <source>Addressed to</source>
            <translation>Απευθύνεται σε</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>Εκδίδει</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Έκταση</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n τεμάχιο</numerusform>
                <numerusform>%n τεμάχια</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <translation>
                <numerusform>%n φύλλο</numerusform>
                <numerusform>%n φύλλα</numerusform>
            </translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Πρωτοκολλήθηκε</translation>
        </message>
        <message>
            <source>Restricted to</source>
            <translation>Μόνο για</translation>
        </message>
        <message>
            <source>those who act on it</source>
            <translation>όσους το χειρίζονται</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>από %1</translation>
        </message>
        <message>
            <source>Now with</source>
            <translation>Τώρα σε</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Προθεσμία</translation>
        </message>
        <message>
            <source>Note of the charge</source>
            <translation>Σημείωση χρέωσης</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>από %1</translation>
        </message>
        <message>
            <source>Chain</source>
            <translation>Πορεία</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Διόρθωση</translation>
        </message>
        <message>
            <source>%1: «%2» became «%3», %4, %5: %6</source>
            <translation>%1: από «%2» σε «%3», %4, %5: %6</translation>
        </message>
        <message>
            <source>Number cancelled</source>
            <translation>Ακύρωση αριθμού</translation>
        </message>
        <message>
            <source>Checked on %1</source>
            <translation>Ελέγχθηκε στις %1</translation>
        </message>
        <message>
            <source>Signatures then</source>
            <translation>Υπογραφές τότε</translation>
        </message>
        <message>
            <source>Signatures now</source>
            <translation>Υπογραφές τώρα</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::IdentityStrip</name>
        <message>
            <source>Copy the identity line (Ctrl+Shift+C)</source>
            <translation>Αντιγραφή των στοιχείων (Ctrl+Shift+C)</translation>
        </message>
        <message>
            <source>Copy the identity line</source>
            <translation>Αντιγραφή των στοιχείων</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>προστατευμένο</translation>
        </message>
        <message>
            <source>not yet sent</source>
            <translation>δεν έχει σταλεί ακόμη</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::KeyHints</name>
        <message>
            <source>Approve</source>
            <translation>Έγκριση</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Υπογραφή</translation>
        </message>
        <message>
            <source>Send back, or return the charge</source>
            <translation>Επιστροφή στον συντάκτη ή επιστροφή χρέωσης</translation>
        </message>
        <message>
            <source>Approve with objection</source>
            <translation>Έγκριση με αντίρρηση</translation>
        </message>
        <message>
            <source>Charge; then the letters of a unit or a person</source>
            <translation>Χρέωση· ύστερα γράμματα μονάδας ή προσώπου</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Διάστημα</translation>
        </message>
        <message>
            <source>Read on; at the end the next document</source>
            <translation>Συνέχεια ανάγνωσης· στο τέλος το επόμενο έγγραφο</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Βέλη</translation>
        </message>
        <message>
            <source>Next and previous document</source>
            <translation>Επόμενο και προηγούμενο έγγραφο</translation>
        </message>
        <message>
            <source>Shift+Arrows, Ctrl+A</source>
            <translation>Shift+Βέλη, Ctrl+A</translation>
        </message>
        <message>
            <source>Select several</source>
            <translation>Επιλογή πολλών</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Open in a window of its own</source>
            <translation>Άνοιγμα σε δικό του παράθυρο</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>Next field; takes what type-ahead offers</source>
            <translation>Επόμενο πεδίο· παίρνει την πρόταση</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Back to the list; the form is kept</source>
            <translation>Πίσω στη λίστα· η φόρμα κρατιέται</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Άνοιγμα εγγράφου</translation>
        </message>
        <message>
            <source>Keys valid here</source>
            <translation>Πλήκτρα που ισχύουν εδώ</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Πλήκτρο</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Τι κάνει</translation>
        </message>
        <message>
            <source>Enter, Tab</source>
            <translation>Enter, Tab</translation>
        </message>
        <message>
            <source>The cell below, the next cell</source>
            <translation>Το κελί από κάτω, το επόμενο κελί</translation>
        </message>
        <message>
            <source>Ctrl+Down</source>
            <translation>Ctrl+Κάτω</translation>
        </message>
        <message>
            <source>Copy the cell down</source>
            <translation>Αντιγραφή του κελιού προς τα κάτω</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Empty the cell</source>
            <translation>Άδειασμα του κελιού</translation>
        </message>
        <message>
            <source>In the first column: leave the document out, or take it in again</source>
            <translation>Στην πρώτη στήλη: το έγγραφο εκτός, ή πάλι εντός</translation>
        </message>
        <message>
            <source>Ctrl+Z</source>
            <translation>Ctrl+Z</translation>
        </message>
        <message>
            <source>Undo in the grid</source>
            <translation>Αναίρεση στο πλέγμα</translation>
        </message>
        <message>
            <source>Among the pages: scan the next</source>
            <translation>Στις σελίδες: σάρωση της επόμενης</translation>
        </message>
        <message>
            <source>Turn the page; with Shift the other way</source>
            <translation>Γύρισμα της σελίδας· με Shift αντίστροφα</translation>
        </message>
        <message>
            <source>Leave the page out, or take it in again</source>
            <translation>Η σελίδα εκτός, ή πάλι εντός</translation>
        </message>
        <message>
            <source>A document begins at this page, or does not</source>
            <translation>Από τη σελίδα αυτή αρχίζει έγγραφο, ή όχι</translation>
        </message>
        <message>
            <source>Delete the page</source>
            <translation>Διαγραφή της σελίδας</translation>
        </message>
        <message>
            <source>Ctrl+Up, Ctrl+Down</source>
            <translation>Ctrl+Πάνω, Ctrl+Κάτω</translation>
        </message>
        <message>
            <source>Move the page</source>
            <translation>Μετακίνηση της σελίδας</translation>
        </message>
        <message>
            <source>Undo among the pages</source>
            <translation>Αναίρεση στις σελίδες</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::KeyRow</name>
        <message>
            <source>Choose your key file</source>
            <translation>Επιλέξτε το αρχείο του κλειδιού σας</translation>
        </message>
        <message>
            <source>Keys (*.p12 *.pfx);;All files (*)</source>
            <translation>Κλειδιά (*.p12 *.pfx);;Όλα τα αρχεία (*)</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Κλειδί</translation>
        </message>
        <message>
            <source>Signing key</source>
            <translation>Κλειδί υπογραφής</translation>
        </message>
        <message>
            <source>none: plug in your signing device or add a key file</source>
            <translation>κανένα: συνδέστε τη συσκευή υπογραφής ή προσθέστε αρχείο κλειδιού</translation>
        </message>
        <message>
            <source>Look for signing devices again</source>
            <translation>Νέα αναζήτηση συσκευών υπογραφής</translation>
        </message>
        <message>
            <source>Add key file</source>
            <translation>Προσθήκη αρχείου κλειδιού</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>PIN of the key</source>
            <translation>PIN του κλειδιού</translation>
        </message>
        <message>
            <source>looking for keys and devices ...</source>
            <translation>αναζήτηση κλειδιών και συσκευών…</translation>
        </message>
        <message>
            <source>Signature PIN</source>
            <translation>PIN υπογραφής</translation>
        </message>
        <message>
            <source>The device's own PIN for signatures</source>
            <translation>Το ξεχωριστό PIN υπογραφής της συσκευής</translation>
        </message>
        <message>
            <source>This device has, beside its PIN, a second one for signatures</source>
            <translation>Η συσκευή έχει, εκτός από το PIN της, και δεύτερο για τις υπογραφές</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::LabelBar</name>
        <message>
            <source>The paper bears the label of %1. Ctrl+Enter adds the scan to that document.</source>
            <translation>Το χαρτί φέρει την ετικέτα του %1. Με Ctrl+Enter η σάρωση προστίθεται σε εκείνο το έγγραφο.</translation>
        </message>
        <message>
            <source>Register as new</source>
            <translation>Πρωτοκόλληση ως νέου</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ListPage</name>
        <message>
            <source>Nothing fits the filters. Take one away to see more.</source>
            <translation>Τίποτε δεν ταιριάζει στα φίλτρα. Αφαιρέστε κάποιο για να δείτε περισσότερα.</translation>
        </message>
        <message>
            <source>All that was charged to you has been settled.</source>
            <translation>Ό,τι σας είχε χρεωθεί έχει διεκπεραιωθεί.</translation>
        </message>
        <message>
            <source>Nothing waits for your approval or signature.</source>
            <translation>Τίποτε δεν περιμένει έγκριση ή υπογραφή σας.</translation>
        </message>
        <message>
            <source>Nothing new has been sent to you for information.</source>
            <translation>Δεν σας έχει κοινοποιηθεί κάτι νέο.</translation>
        </message>
        <message>
            <source>Every registered document is charged to somebody.</source>
            <translation>Όλα τα πρωτοκολλημένα έγγραφα έχουν χρεωθεί.</translation>
        </message>
        <message>
            <source>Begin a draft with F4.</source>
            <translation>Ξεκινήστε σχέδιο με F4.</translation>
        </message>
        <message>
            <source>Nothing has been registered yet. F2 registers an incoming document.</source>
            <translation>Δεν έχει πρωτοκολληθεί κάτι ακόμη. Με F2 πρωτοκολλείται εισερχόμενο.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Δεν βρέθηκε κάτι</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Δεν υπάρχει κάτι εδώ</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MainWindow</name>
        <message>
            <source>Signed in: %1</source>
            <translation>Συνδεδεμένος χρήστης: %1</translation>
        </message>
        <message>
            <source>Diakinisi</source>
            <translation>Διακίνηση</translation>
        </message>
        <message>
            <source>Diakinisi · %1</source>
            <translation>Διακίνηση · %1</translation>
        </message>
        <message>
            <source>Not possible now: %1</source>
            <translation>Δεν γίνεται τώρα: %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MarkBox</name>
        <message>
            <source>Choose emblem or written signature</source>
            <translation>Επιλέξτε έμβλημα ή χειρόγραφη υπογραφή</translation>
        </message>
        <message>
            <source>Images (*.png *.jpg *.jpeg);;All files (*)</source>
            <translation>Εικόνες (*.png *.jpg *.jpeg);;Όλα τα αρχεία (*)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>καμία</translation>
        </message>
        <message>
            <source>By order of the Mayor</source>
            <translation>Με εντολή Δημάρχου</translation>
        </message>
        <message>
            <source>By order of the Mayor, %1</source>
            <translation>Με εντολή Δημάρχου, %1</translation>
        </message>
        <message>
            <source>The mark on the page</source>
            <translation>Η ένδειξη υπογραφής στη σελίδα</translation>
        </message>
        <message>
            <source>where you put it</source>
            <translation>όπου την τοποθετήσατε</translation>
        </message>
        <message>
            <source>in the file's own signature field</source>
            <translation>στο πεδίο υπογραφής του αρχείου</translation>
        </message>
        <message>
            <source>no free spot was found: it covers text</source>
            <translation>δεν βρέθηκε ελεύθερο σημείο: καλύπτει κείμενο</translation>
        </message>
        <message>
            <source>placed by itself</source>
            <translation>τοποθετήθηκε αυτόματα</translation>
        </message>
        <message>
            <source>page </source>
            <translation>σελίδα </translation>
        </message>
        <message>
            <source>Page of the mark</source>
            <translation>Σελίδα της ένδειξης</translation>
        </message>
        <message>
            <source>By itself</source>
            <translation>Αυτόματα</translation>
        </message>
        <message>
            <source>Let the place be found (Home)</source>
            <translation>Να βρεθεί η θέση αυτόματα (Home)</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Ιδιότητα</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Λόγος</translation>
        </message>
        <message>
            <source>Reason on the mark</source>
            <translation>Λόγος στην ένδειξη</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Τόπος</translation>
        </message>
        <message>
            <source>Place on the mark</source>
            <translation>Τόπος στην ένδειξη</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Εικόνα</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Επιλογή</translation>
        </message>
        <message>
            <source>Emblem or written signature, beside the text</source>
            <translation>Έμβλημα ή χειρόγραφη υπογραφή, δίπλα στο κείμενο</translation>
        </message>
        <message>
            <source>Image on the mark: %1</source>
            <translation>Εικόνα στην ένδειξη: %1</translation>
        </message>
        <message>
            <source>Without image</source>
            <translation>Χωρίς εικόνα</translation>
        </message>
        <message>
            <source>QR code</source>
            <translation>Κωδικός QR</translation>
        </message>
        <message>
            <source>With number, date and organisation, to be read by a telephone</source>
            <translation>Με αριθμό, ημερομηνία και φορέα, για ανάγνωση από τηλέφωνο</translation>
        </message>
        <message>
            <source>QR code on the mark</source>
            <translation>Κωδικός QR στην ένδειξη</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>προαιρετικά</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MarkView</name>
        <message>
            <source>The page with the mark</source>
            <translation>Η σελίδα με την ένδειξη</translation>
        </message>
        <message>
            <source>Draw its place with the mouse, or move it with the arrows; Shift and the arrows change its size, Home lets the place be found</source>
            <translation>Σχεδιάστε τη θέση της με το ποντίκι ή μετακινήστε την με τα βέλη· με Shift και βέλη αλλάζει το μέγεθος, με Home βρίσκεται αυτόματα η θέση</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation>Κλείσιμο του μηνύματος</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Λεπτομέρειες</translation>
        </message>
        <message>
            <source>Technical details of the error</source>
            <translation>Τεχνικές λεπτομέρειες του σφάλματος</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::Navigation</name>
        <message>
            <source>Lists</source>
            <translation>Λίστες</translation>
        </message>
        <message>
            <source>DESK</source>
            <translation>ΘΥΡΙΔΑ</translation>
        </message>
        <message>
            <source>REGISTER</source>
            <translation>ΠΡΩΤΟΚΟΛΛΟ</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n</source>
            <translation>
                <numerusform>%1, %n</numerusform>
                <numerusform>%1, %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n αδιάβαστο</numerusform>
                <numerusform>%n αδιάβαστα</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::NumberPanel</name>
        <message>
            <source>Next</source>
            <translation>Επόμενο</translation>
        </message>
        <message>
            <source>An empty form for the next one (Enter)</source>
            <translation>Κενή φόρμα για το επόμενο (Enter)</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>Αντιγραφή αριθμού</translation>
        </message>
        <message>
            <source>Put the number on the clipboard</source>
            <translation>Ο αριθμός στο πρόχειρο</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Άνοιγμα</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Άνοιγμα εγγράφου</translation>
        </message>
        <message>
            <source>Register number</source>
            <translation>Αριθμός πρωτοκόλλου</translation>
        </message>
        <message>
            <source>Kept on this desk</source>
            <translation>Κρατήθηκε σε αυτή τη θυρίδα</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>σε αναμονή</translation>
        </message>
        <message>
            <source>The number comes as soon as the server answers and is shown here. Nothing is lost; go on with the next.</source>
            <translation>Ο αριθμός θα δοθεί μόλις απαντήσει ο διακομιστής και θα φανεί εδώ. Τίποτε δεν χάνεται· συνεχίστε με το επόμενο.</translation>
        </message>
        <message>
            <source>Draft saved</source>
            <translation>Το σχέδιο αποθηκεύτηκε</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>σχέδιο</translation>
        </message>
        <message>
            <source>It takes its number with the final signature. Open it to submit it for signature.</source>
            <translation>Παίρνει αριθμό με την τελική υπογραφή. Ανοίξτε το για να το προωθήσετε για υπογραφή.</translation>
        </message>
        <message>
            <source>Pages again</source>
            <translation>Οι σελίδες ξανά</translation>
        </message>
        <message>
            <source>Put the scanned pages back onto the table, for another document</source>
            <translation>Οι σαρωμένες σελίδες πάλι στο τραπέζι, για άλλο έγγραφο</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::OutcomePage</name>
        <message>
            <source>waits</source>
            <translation>περιμένει</translation>
        </message>
        <message>
            <source>signed; its timestamp comes later by itself</source>
            <translation>υπογράφηκε· η χρονοσφραγίδα θα προστεθεί αργότερα αυτόματα</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>υπογράφηκε</translation>
        </message>
        <message>
            <source>not signed</source>
            <translation>δεν υπογράφηκε</translation>
        </message>
        <message>
            <source>Stopping after the running document ...</source>
            <translation>Διακοπή μετά το τρέχον έγγραφο…</translation>
        </message>
        <message>
            <source>Signing %1 of %2 ...</source>
            <translation>Υπογραφή %1 από %2…</translation>
        </message>
        <message numerus="yes">
            <source>%n signed</source>
            <translation>
                <numerusform>υπογράφηκε %n</numerusform>
                <numerusform>υπογράφηκαν %n</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 signed, %2 not</source>
            <translation>%1 υπογράφηκαν, %2 όχι</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Αριθμός</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Θέμα</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Κατάσταση</translation>
        </message>
        <message>
            <source>What became of each</source>
            <translation>Τι έγινε με το καθένα</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Διακοπή</translation>
        </message>
        <message>
            <source>Stop after the running document</source>
            <translation>Διακοπή μετά το τρέχον έγγραφο</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Τέλος</translation>
        </message>
        <message>
            <source>The rest again</source>
            <translation>Ξανά μόνο τα υπόλοιπα</translation>
        </message>
        <message>
            <source>The device has a PIN of its own for signatures and did not accept this one. It was tried once only; press «The rest again» and type the signature PIN.</source>
            <translation>Η συσκευή έχει ξεχωριστό PIN για τις υπογραφές και δεν δέχτηκε αυτό. Δοκιμάστηκε μία μόνο φορά· πατήστε «Ξανά μόνο τα υπόλοιπα» και πληκτρολογήστε το PIN υπογραφής.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::OwedPanel</name>
        <message>
            <source>Comes after the others have signed</source>
            <translation>Έρχεται αφού υπογράψουν και οι άλλοι</translation>
        </message>
        <message>
            <source>Not tried yet since the program started</source>
            <translation>Δεν δοκιμάστηκε ακόμη από την εκκίνηση του προγράμματος</translation>
        </message>
        <message>
            <source>Signatures whose timestamp or long-term data is still to come</source>
            <translation>Υπογραφές που περιμένουν χρονοσφραγίδα ή στοιχεία μακροχρόνιας ισχύος</translation>
        </message>
        <message>
            <source>They are valid and have been sent. What is missing is tried again by itself while this program is open; you need do nothing.</source>
            <translation>Οι υπογραφές ισχύουν και έχουν σταλεί. Ό,τι λείπει δοκιμάζεται ξανά από μόνο του όσο το πρόγραμμα είναι ανοιχτό· δεν χρειάζεται να κάνετε κάτι.</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Υπογράφηκε</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Έγγραφο</translation>
        </message>
        <message>
            <source>How it stands</source>
            <translation>Πώς βρίσκεται</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Δοκιμή τώρα</translation>
        </message>
        <message>
            <source>Ask the authorities at once instead of waiting for the next try</source>
            <translation>Ερώτηση στις αρχές αμέσως, χωρίς αναμονή για την επόμενη δοκιμή</translation>
        </message>
        <message>
            <source>Open its document</source>
            <translation>Άνοιγμα του εγγράφου της</translation>
        </message>
        <message>
            <source>Look at the document as it is now</source>
            <translation>Δείτε το έγγραφο όπως είναι τώρα</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PageStrip</name>
        <message>
            <source>Document %1</source>
            <translation>Έγγραφο %1</translation>
        </message>
        <message>
            <source>blank</source>
            <translation>κενή</translation>
        </message>
        <message>
            <source>out</source>
            <translation>εκτός</translation>
        </message>
        <message>
            <source>Pages of the pile</source>
            <translation>Σελίδες της δεσμίδας</translation>
        </message>
        <message>
            <source>Turn right</source>
            <translation>Στροφή δεξιά</translation>
        </message>
        <message>
            <source>R</source>
            <translation>Ρ</translation>
        </message>
        <message>
            <source>Turn left</source>
            <translation>Στροφή αριστερά</translation>
        </message>
        <message>
            <source>Shift+R</source>
            <translation>Shift+Ρ</translation>
        </message>
        <message>
            <source>Left out, or in again</source>
            <translation>Εκτός, ή πάλι μέσα</translation>
        </message>
        <message>
            <source>L</source>
            <translation>Λ</translation>
        </message>
        <message>
            <source>A document begins here, or not</source>
            <translation>Εδώ αρχίζει έγγραφο, ή όχι</translation>
        </message>
        <message>
            <source>S</source>
            <translation>Σ</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Διαγραφή</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Αναίρεση</translation>
        </message>
        <message>
            <source>Ctrl+Z</source>
            <translation>Ctrl+Z</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PageStripModel</name>
        <message>
            <source>Page %1</source>
            <translation>Σελίδα %1</translation>
        </message>
        <message>
            <source>blank, left out</source>
            <translation>κενή, εκτός</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>εκτός</translation>
        </message>
        <message>
            <source>document %1 begins</source>
            <translation>αρχίζει το έγγραφο %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PageView</name>
        <message>
            <source>Pages of the document</source>
            <translation>Σελίδες του εγγράφου</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PaperBox</name>
        <message>
            <source>Label</source>
            <translation>Ετικέτα</translation>
        </message>
        <message>
            <source>Print the label for the paper (Ctrl+P)</source>
            <translation>Εκτύπωση ετικέτας για το χαρτί (Ctrl+P)</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Απόδειξη</translation>
        </message>
        <message>
            <source>Print a receipt for whoever brought it</source>
            <translation>Εκτύπωση απόδειξης για όποιον το έφερε</translation>
        </message>
        <message>
            <source>Label of %1</source>
            <translation>Ετικέτα του %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PartiesBox</name>
        <message>
            <source>COPY</source>
            <translation>ΚΟΙΝ.</translation>
        </message>
        <message>
            <source>TO</source>
            <translation>ΠΡΟΣ</translation>
        </message>
        <message>
            <source>Kind of recipient</source>
            <translation>Είδος αποδέκτη</translation>
        </message>
        <message>
            <source>Kind of sender</source>
            <translation>Είδος αποστολέα</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>Αποδέκτης</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Αποστολέας</translation>
        </message>
        <message>
            <source>Name; Enter adds it</source>
            <translation>Όνομα· με Enter προστίθεται</translation>
        </message>
        <message>
            <source>Name; those used before are offered</source>
            <translation>Όνομα· προτείνονται όσα έχουν χρησιμοποιηθεί</translation>
        </message>
        <message>
            <source>Add as recipient (Enter)</source>
            <translation>Προσθήκη ως αποδέκτη (Enter)</translation>
        </message>
        <message>
            <source>Add as recipient</source>
            <translation>Προσθήκη ως αποδέκτη</translation>
        </message>
        <message>
            <source>Add as receiver of a copy</source>
            <translation>Προσθήκη ως κοινοποίηση</translation>
        </message>
        <message>
            <source>Recipients; Delete takes one off</source>
            <translation>Αποδέκτες· με Delete αφαιρείται ένας</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PlanView</name>
        <message>
            <source>set aside: %1</source>
            <translation>εξαιρείται: %1</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>το είδατε</translation>
        </message>
        <message>
            <source>not seen on this desk</source>
            <translation>δεν το είδατε σε αυτή τη θέση</translation>
        </message>
        <message>
            <source>takes its number now</source>
            <translation>παίρνει αριθμό τώρα</translation>
        </message>
        <message numerus="yes">
            <source>You will sign %n document(s)</source>
            <translation>
                <numerusform>Θα υπογράψετε %n έγγραφο</numerusform>
                <numerusform>Θα υπογράψετε %n έγγραφα</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 seen, %2 not</source>
            <translation>%1 είδατε, %2 όχι</translation>
        </message>
        <message numerus="yes">
            <source>%n set aside</source>
            <translation>
                <numerusform>εξαιρείται %n</numerusform>
                <numerusform>εξαιρούνται %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Αριθμός</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Θέμα</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Κατάσταση</translation>
        </message>
        <message>
            <source>Documents to sign</source>
            <translation>Έγγραφα προς υπογραφή</translation>
        </message>
        <message>
            <source>All (%1)</source>
            <translation>Όλα (%1)</translation>
        </message>
        <message>
            <source>Only those seen (%1)</source>
            <translation>Μόνο όσα είδα (%1)</translation>
        </message>
        <message>
            <source>One by one</source>
            <translation>Ένα ένα</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ReadingMarks</name>
        <message>
            <source>page %1</source>
            <translation>σελίδα %1</translation>
        </message>
        <message>
            <source>Read from the letter, %1; sure</source>
            <translation>Διαβάστηκε στο έγγραφο, %1· βέβαιο</translation>
        </message>
        <message>
            <source>Read from the letter, %1; not sure, please look</source>
            <translation>Διαβάστηκε στο έγγραφο, %1· αβέβαιο, παρακαλώ δείτε</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ReasonForm</name>
        <message>
            <source>Note</source>
            <translation>Σημείωση</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Αιτιολογία</translation>
        </message>
        <message>
            <source>Write in a few words; it stays in the history</source>
            <translation>Γράψτε με λίγα λόγια· μένει στο ιστορικό</translation>
        </message>
        <message>
            <source>Optional: how it was settled</source>
            <translation>Προαιρετικά: πώς ολοκληρώθηκε</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::RegisterPage</name>
        <message>
            <source>Reply: %1</source>
            <translation>Απάντηση: %1</translation>
        </message>
        <message>
            <source>kept as typed</source>
            <translation>κρατήθηκε όπως γράφτηκε</translation>
        </message>
        <message>
            <source>Not charged yet</source>
            <translation>Δεν έχει χρεωθεί ακόμη</translation>
        </message>
        <message>
            <source>Charged to: %1</source>
            <translation>Χρεώθηκε σε: %1</translation>
        </message>
        <message>
            <source>New draft</source>
            <translation>Νέο σχέδιο</translation>
        </message>
        <message>
            <source>Citizen's request</source>
            <translation>Αίτηση πολίτη</translation>
        </message>
        <message>
            <source>Incoming document</source>
            <translation>Εισερχόμενο έγγραφο</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>Αποθήκευση σχεδίου</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Πρωτοκόλληση</translation>
        </message>
        <message>
            <source>Save the draft; it takes its number with the final signature (Ctrl+Enter)</source>
            <translation>Αποθήκευση· ο αριθμός δίνεται με την τελική υπογραφή (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Number, charge and note in one act (Ctrl+Enter)</source>
            <translation>Αριθμός, χρέωση και σημείωση με μία ενέργεια (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Number now</source>
            <translation>Πρωτοκόλληση τώρα</translation>
        </message>
        <message>
            <source>Register at once, for a document that was signed on paper</source>
            <translation>Άμεση πρωτοκόλληση, για έγγραφο υπογεγραμμένο σε χαρτί</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>Όπως πριν</translation>
        </message>
        <message>
            <source>Sender, kind and charge of the last one (Ctrl+D)</source>
            <translation>Αποστολέας, είδος και χρέωση του προηγούμενου (Ctrl+D)</translation>
        </message>
        <message>
            <source>A file is still being taken in; then it goes on by itself.</source>
            <translation>Ένα αρχείο εισάγεται ακόμη· μετά συνεχίζει μόνο του.</translation>
        </message>
        <message>
            <source>Not sent, since a file could not be taken in: see beside the pages.</source>
            <translation>Δεν στάλθηκε, γιατί ένα αρχείο δεν μπόρεσε να εισαχθεί: δείτε δίπλα στις σελίδες.</translation>
        </message>
        <message>
            <source>The scan was added to its document.</source>
            <translation>Η σάρωση προστέθηκε στο έγγραφό της.</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) lie here.</source>
            <translation>
                <numerusform>Εδώ υπάρχει %n έγγραφο.</numerusform>
                <numerusform>Εδώ υπάρχουν %n έγγραφα.</numerusform>
            </translation>
        </message>
        <message>
            <source>Register them together</source>
            <translation>Πρωτοκόλληση μαζί</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) came together.</source>
            <translation>
                <numerusform>Ήρθε %n αρχείο.</numerusform>
                <numerusform>Ήρθαν %n αρχεία μαζί.</numerusform>
            </translation>
        </message>
        <message>
            <source>Each a document of its own</source>
            <translation>Ένα έγγραφο το καθένα</translation>
        </message>
        <message>
            <source>Onto this form</source>
            <translation>Σε αυτή τη φόρμα</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Αργότερα</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) came from the copier.</source>
            <translation>
                <numerusform>Ήρθε %n αρχείο από τον φάκελο του φωτοαντιγραφικού.</numerusform>
                <numerusform>Ήρθαν %n αρχεία από τον φάκελο του φωτοαντιγραφικού.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ScanBar</name>
        <message>
            <source>Glass, gray</source>
            <translation>Γυαλί, γκρι</translation>
        </message>
        <message>
            <source>Feeder, gray, one side</source>
            <translation>Τροφοδότης, γκρι, μία όψη</translation>
        </message>
        <message>
            <source>Feeder, gray, both sides</source>
            <translation>Τροφοδότης, γκρι, δύο όψεις</translation>
        </message>
        <message>
            <source>Glass, colour</source>
            <translation>Γυαλί, έγχρωμα</translation>
        </message>
        <message>
            <source>Scan the backs</source>
            <translation>Σάρωση των πίσω όψεων</translation>
        </message>
        <message>
            <source>Turn the pile over as it lies in the tray (Ctrl+L)</source>
            <translation>Γυρίστε τη δεσμίδα όπως είναι στον δίσκο (Ctrl+L)</translation>
        </message>
        <message>
            <source>Go on from page %1</source>
            <translation>Συνέχεια από τη σελίδα %1</translation>
        </message>
        <message>
            <source>Behind the pages that are here (Ctrl+L)</source>
            <translation>Μετά τις σελίδες που είναι εδώ (Ctrl+L)</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>Σάρωση</translation>
        </message>
        <message>
            <source>Scan with this profile (Ctrl+L, or Space among the pages)</source>
            <translation>Σάρωση με αυτό το προφίλ (Ctrl+L, ή Διάστημα ανάμεσα στις σελίδες)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Διακοπή</translation>
        </message>
        <message>
            <source>Stop scanning; the pages that came stay</source>
            <translation>Διακοπή της σάρωσης· οι σελίδες που ήρθαν μένουν</translation>
        </message>
        <message>
            <source>Scan profile</source>
            <translation>Προφίλ σάρωσης</translation>
        </message>
        <message>
            <source>Scan options</source>
            <translation>Επιλογές σάρωσης</translation>
        </message>
        <message numerus="yes">
            <source>Scanning; %n page(s) here</source>
            <translation>
                <numerusform>Σάρωση· %n σελίδα εδώ</numerusform>
                <numerusform>Σάρωση· %n σελίδες εδώ</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n front(s) here. Turn the pile over.</source>
            <translation>
                <numerusform>%n μπροστινή όψη εδώ. Γυρίστε τη δεσμίδα.</numerusform>
                <numerusform>%n μπροστινές όψεις εδώ. Γυρίστε τη δεσμίδα.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) here are safe.</source>
            <translation>
                <numerusform>%n σελίδα είναι εδώ, ασφαλής.</numerusform>
                <numerusform>%n σελίδες είναι εδώ, ασφαλείς.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ScanOptions</name>
        <message>
            <source>Glass</source>
            <translation>Γυαλί</translation>
        </message>
        <message>
            <source>Feeder, one side</source>
            <translation>Τροφοδότης, μία όψη</translation>
        </message>
        <message>
            <source>Feeder, both sides</source>
            <translation>Τροφοδότης, δύο όψεις</translation>
        </message>
        <message>
            <source>Feeder, both sides by turning the pile</source>
            <translation>Τροφοδότης, δύο όψεις με γύρισμα της δεσμίδας</translation>
        </message>
        <message>
            <source>Gray</source>
            <translation>Γκρι</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Έγχρωμα</translation>
        </message>
        <message>
            <source>Black and white</source>
            <translation>Ασπρόμαυρα</translation>
        </message>
        <message>
            <source>%1 dpi</source>
            <translation>%1 dpi</translation>
        </message>
        <message>
            <source>One document</source>
            <translation>Ένα έγγραφο</translation>
        </message>
        <message>
            <source>Split at blank sheets</source>
            <translation>Χωρισμός σε κενά φύλλα</translation>
        </message>
        <message>
            <source>Split at barcodes</source>
            <translation>Χωρισμός σε γραμμωτούς κώδικες</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>Σαρωτής</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Πηγή</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Χρώματα</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Ανάλυση</translation>
        </message>
        <message>
            <source>Pile</source>
            <translation>Δεσμίδα</translation>
        </message>
        <message>
            <source>Keep as</source>
            <translation>Φύλαξη ως</translation>
        </message>
        <message>
            <source>Leave blank pages out</source>
            <translation>Κενές σελίδες εκτός</translation>
        </message>
        <message>
            <source>Name of a profile</source>
            <translation>Όνομα προφίλ</translation>
        </message>
        <message>
            <source>Keep profile</source>
            <translation>Φύλαξη προφίλ</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SearchBox</name>
        <message>
            <source>Search results</source>
            <translation>Αποτελέσματα αναζήτησης</translation>
        </message>
        <message>
            <source>Nothing found on this desk</source>
            <translation>Δεν βρέθηκε κάτι σε αυτή τη θυρίδα</translation>
        </message>
        <message>
            <source>Number, or number/year</source>
            <translation>Αριθμός ή αριθμός/έτος</translation>
        </message>
        <message>
            <source>Search: words, number, name (Ctrl+K)</source>
            <translation>Αναζήτηση: λέξεις, αριθμός, όνομα (Ctrl+K)</translation>
        </message>
        <message>
            <source>Go to number</source>
            <translation>Μετάβαση σε αριθμό</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Αναζήτηση</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Ρυθμίσεις</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Γλώσσα</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Εμφάνιση</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Όπως το σύστημα</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Φωτεινή</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Σκούρα</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Υψηλή αντίθεση</translation>
        </message>
        <message>
            <source>The size of letters follows the system's setting (100 % to 200 %).</source>
            <translation>Το μέγεθος των γραμμάτων ακολουθεί τη ρύθμιση του συστήματος (100 % έως 200 %).</translation>
        </message>
        <message>
            <source>Signed in: %1 (%2)
%3</source>
            <translation>Χρήστης: %1 (%2)
%3</translation>
        </message>
        <message>
            <source>Server: %1, %2
%3</source>
            <translation>Διακομιστής: %1, %2
%3</translation>
        </message>
        <message>
            <source>Signing keys: none; one is added when you sign</source>
            <translation>Κλειδιά υπογραφής: κανένα· προστίθεται όταν υπογράψετε</translation>
        </message>
        <message>
            <source>Signing keys: %1</source>
            <translation>Κλειδιά υπογραφής: %1</translation>
        </message>
        <message>
            <source>Diakinisi %1, electronic circulation of documents. Free software under the EUPL 1.2.</source>
            <translation>Διακίνηση %1, ηλεκτρονική διακίνηση εγγράφων. Ελεύθερο λογισμικό με άδεια EUPL 1.2.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Κλείσιμο</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Γενικά</translation>
        </message>
        <message>
            <source>Signing device</source>
            <translation>Συσκευή υπογραφής</translation>
        </message>
        <message>
            <source>Copier's folder</source>
            <translation>Φάκελος φωτοαντιγραφικού</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignInWindow</name>
        <message>
            <source>Diakinisi: sign in</source>
            <translation>Διακίνηση: σύνδεση</translation>
        </message>
        <message>
            <source>Diakinisi</source>
            <translation>Διακίνηση</translation>
        </message>
        <message>
            <source>Electronic circulation of documents</source>
            <translation>Ηλεκτρονική διακίνηση εγγράφων</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Διακομιστής</translation>
        </message>
        <message>
            <source>diakinisi.municipality.gr</source>
            <translation>diakinisi.dimos.gr</translation>
        </message>
        <message>
            <source>Server's address</source>
            <translation>Διεύθυνση του διακομιστή</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>Όνομα χρήστη</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Συνθηματικό</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Σύνδεση</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Γλώσσα</translation>
        </message>
        <message>
            <source>Is this the right server?</source>
            <translation>Είναι ο σωστός διακομιστής;</translation>
        </message>
        <message>
            <source>This desk meets it for the first time%1. Compare the fingerprint with the one that IT has given you; nothing has been sent yet.</source>
            <translation>Η θυρίδα τον συναντά για πρώτη φορά%1. Συγκρίνετε το αποτύπωμα με αυτό που σας έδωσε η μηχανογράφηση· δεν έχει σταλεί τίποτε ακόμη.</translation>
        </message>
        <message>
            <source>Fingerprint of the server's certificate</source>
            <translation>Αποτύπωμα του πιστοποιητικού του διακομιστή</translation>
        </message>
        <message>
            <source>It is the same: go on</source>
            <translation>Είναι το ίδιο: συνέχεια</translation>
        </message>
        <message>
            <source>It is not: stop</source>
            <translation>Δεν είναι: διακοπή</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignatureCard</name>
        <message>
            <source>Unknown signer</source>
            <translation>Άγνωστος υπογράφων</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Τεκμήρια</translation>
        </message>
        <message>
            <source>The signed version</source>
            <translation>Η υπογεγραμμένη έκδοση</translation>
        </message>
        <message>
            <source>Opens what this signature covers, as a file of its own</source>
            <translation>Ανοίγει ό,τι καλύπτει αυτή η υπογραφή, ως ξεχωριστό αρχείο</translation>
        </message>
        <message>
            <source>Hide the evidence</source>
            <translation>Απόκρυψη τεκμηρίων</translation>
        </message>
        <message>
            <source>Show the evidence</source>
            <translation>Εμφάνιση τεκμηρίων</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignatureList</name>
        <message>
            <source>Signatures</source>
            <translation>Υπογραφές</translation>
        </message>
        <message>
            <source>The file carries no digital signature.</source>
            <translation>Το αρχείο δεν φέρει ψηφιακή υπογραφή.</translation>
        </message>
        <message>
            <source>%1 of %2:</source>
            <translation>%1 από %2:</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Έκθεση</translation>
        </message>
        <message>
            <source>Saves verdict and evidence as a PDF, to print or to keep</source>
            <translation>Αποθηκεύει πόρισμα και τεκμήρια σε PDF, για εκτύπωση ή φύλαξη</translation>
        </message>
        <message>
            <source>Save a report of the check</source>
            <translation>Αποθήκευση έκθεσης του ελέγχου</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Νέος έλεγχος</translation>
        </message>
        <message>
            <source>Check the signatures again</source>
            <translation>Νέος έλεγχος των υπογραφών</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Αποθηκεύτηκε: %1</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Αποθήκευση της έκθεσης</translation>
        </message>
        <message>
            <source>PDF documents (*.pdf);;All files (*)</source>
            <translation>Έγγραφα PDF (*.pdf);;Όλα τα αρχεία (*)</translation>
        </message>
        <message>
            <source>signature check of %1</source>
            <translation>έλεγχος υπογραφών %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignatureNote</name>
        <message>
            <source>Unknown signer</source>
            <translation>Άγνωστος υπογράφων</translation>
        </message>
        <message>
            <source>The document can be registered as it is; the finding is kept with it.</source>
            <translation>Το έγγραφο μπορεί να πρωτοκολληθεί ως έχει· το εύρημα φυλάσσεται μαζί του.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SigningDialog</name>
        <message>
            <source>Type the PIN of the key first, then choose its file.</source>
            <translation>Πληκτρολογήστε πρώτα το PIN του κλειδιού και ύστερα επιλέξτε το αρχείο του.</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Υπογραφή</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Υπογραφή</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Κλείσιμο</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::StatusStrip</name>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation>
                <numerusform>%n σε αναμονή</numerusform>
                <numerusform>%n σε αναμονή</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) on their way</source>
            <translation>
                <numerusform>%n αρχείο σε μεταφορά</numerusform>
                <numerusform>%n αρχεία σε μεταφορά</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>this computer's clock is off by %n minute(s)</source>
            <translation>
                <numerusform>το ρολόι του υπολογιστή αποκλίνει %n λεπτό</numerusform>
                <numerusform>το ρολόι του υπολογιστή αποκλίνει %n λεπτά</numerusform>
            </translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Σύνδεση ξανά</translation>
        </message>
        <message>
            <source>Update now</source>
            <translation>Ενημέρωση τώρα</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SuggestionBar</name>
        <message>
            <source>as in %1 of %2 earlier ones</source>
            <translation>όπως σε %1 από %2 παλαιότερα</translation>
        </message>
        <message>
            <source>Suggested charges</source>
            <translation>Προτεινόμενες χρεώσεις</translation>
        </message>
        <message>
            <source>Charge it to %1</source>
            <translation>Χρέωση σε: %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::TargetField</name>
        <message>
            <source>Letters of the name</source>
            <translation>Γράμματα του ονόματος</translation>
        </message>
        <message>
            <source>Letters of the unit's code or of a name</source>
            <translation>Γράμματα του κωδικού μονάδας ή ονόματος</translation>
        </message>
        <message>
            <source>absent, replaced by %1</source>
            <translation>απουσιάζει, αναπληρώνει: %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::UndoBar</name>
        <message>
            <source>Undo</source>
            <translation>Αναίρεση</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Αναίρεση (Ctrl+Z)</translation>
        </message>
    </context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
    <context>
        <name>ActWords</name>
        <message>
            <source>Charge</source>
            <translation>Charge</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>Submit for signature</source>
            <translation>Submit for signature</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Approve with objection</source>
            <translation>Approve with objection</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>Send back</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Add file</source>
            <translation>Add file</translation>
        </message>
        <message>
            <source>Correct particulars</source>
            <translation>Correct particulars</translation>
        </message>
        <message>
            <source>Cancel number</source>
            <translation>Cancel number</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Access</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Charge the document to a unit or a person</source>
            <translation>Charge the document to a unit or a person</translation>
        </message>
        <message>
            <source>I am the one who handles it</source>
            <translation>I am the one who handles it</translation>
        </message>
        <message>
            <source>Return the charge with a reason</source>
            <translation>Return the charge with a reason</translation>
        </message>
        <message>
            <source>Handling is finished, with or without an answer</source>
            <translation>Handling is finished, with or without an answer</translation>
        </message>
        <message>
            <source>Put together the chain of approvals and signatures</source>
            <translation>Put together the chain of approvals and signatures</translation>
        </message>
        <message>
            <source>Approve the document as it is; it goes to the next</source>
            <translation>Approve the document as it is; it goes to the next</translation>
        </message>
        <message>
            <source>Approve with a written objection that stays visible</source>
            <translation>Approve with a written objection that stays visible</translation>
        </message>
        <message>
            <source>Sign digitally</source>
            <translation>Sign digitally</translation>
        </message>
        <message>
            <source>Send back to the author with a reason</source>
            <translation>Send back to the author with a reason</translation>
        </message>
        <message>
            <source>Take it back before the next one has acted</source>
            <translation>Take it back before the next one has acted</translation>
        </message>
        <message>
            <source>Write a note that all see who see the document</source>
            <translation>Write a note that all see who see the document</translation>
        </message>
        <message>
            <source>Add an attachment or a new version</source>
            <translation>Add an attachment or a new version</translation>
        </message>
        <message>
            <source>Correct a particular; the old value stays readable</source>
            <translation>Correct a particular; the old value stays readable</translation>
        </message>
        <message>
            <source>Cancel the number with a reason; the row stays in the book</source>
            <translation>Cancel the number with a reason; the row stays in the book</translation>
        </message>
        <message>
            <source>Restrict the document to named persons</source>
            <translation>Restrict the document to named persons</translation>
        </message>
        <message>
            <source>Begin a draft that answers this document</source>
            <translation>Begin a draft that answers this document</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>Not signed in</translation>
        </message>
        <message>
            <source>Without connection to the server</source>
            <translation>Without connection to the server</translation>
        </message>
        <message>
            <source>Connecting ...</source>
            <translation>Connecting ...</translation>
        </message>
        <message>
            <source>Updating ...</source>
            <translation>Updating ...</translation>
        </message>
        <message>
            <source>Up to date at %1</source>
            <translation>Up to date at %1</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>Up to date</translation>
        </message>
        <message>
            <source>The session has ended: sign in again</source>
            <translation>The session has ended: sign in again</translation>
        </message>
        <message>
            <source>The server's certificate is not trusted</source>
            <translation>The server's certificate is not trusted</translation>
        </message>
        <message>
            <source>The server was restored; settling with it ...</source>
            <translation>The server was restored; settling with it ...</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Incoming</source>
            <translation>Incoming</translation>
        </message>
        <message>
            <source>Citizen's request</source>
            <translation>Citizen's request</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>Scan</translation>
        </message>
        <message>
            <source>Choose file ...</source>
            <translation>Choose file ...</translation>
        </message>
        <message>
            <source>Main act of the form</source>
            <translation>Main act of the form</translation>
        </message>
        <message>
            <source>Same as before</source>
            <translation>Same as before</translation>
        </message>
        <message>
            <source>Settings ...</source>
            <translation>Settings ...</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Open in a window of its own</source>
            <translation>Open in a window of its own</translation>
        </message>
        <message>
            <source>Copy the identity line</source>
            <translation>Copy the identity line</translation>
        </message>
        <message>
            <source>Undo the last act</source>
            <translation>Undo the last act</translation>
        </message>
        <message>
            <source>Find in the text</source>
            <translation>Find in the text</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>Filter the list</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Go to number</source>
            <translation>Go to number</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Refresh</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Next pane</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>Previous pane</translation>
        </message>
        <message>
            <source>Greek</source>
            <translation>Greek</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>Keys valid here</source>
            <translation>Keys valid here</translation>
        </message>
        <message>
            <source>About Diakinisi</source>
            <translation>About Diakinisi</translation>
        </message>
        <message>
            <source>Several documents as a grid</source>
            <translation>Several documents as a grid</translation>
        </message>
    </context>
    <context>
        <name>Doctor</name>
        <message>
            <source>Device's software</source>
            <translation>Device's software</translation>
        </message>
        <message>
            <source>Signing device</source>
            <translation>Signing device</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>Certificate</translation>
        </message>
        <message>
            <source>Validity</source>
            <translation>Validity</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Registration</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Clock</translation>
        </message>
        <message>
            <source>Timestamps</source>
            <translation>Timestamps</translation>
        </message>
        <message>
            <source>no software of a signing device is installed</source>
            <translation>no software of a signing device is installed</translation>
        </message>
        <message>
            <source>If you sign with a device, ask IT to install what came with it.</source>
            <translation>If you sign with a device, ask IT to install what came with it.</translation>
        </message>
        <message>
            <source>is there and cannot be used</source>
            <translation>is there and cannot be used</translation>
        </message>
        <message>
            <source>Ask IT to install it anew; it must be the one for 64 bits.</source>
            <translation>Ask IT to install it anew; it must be the one for 64 bits.</translation>
        </message>
        <message>
            <source>broke down when it was asked</source>
            <translation>broke down when it was asked</translation>
        </message>
        <message>
            <source>Pull the device out, plug it in and check again; if it goes on, tell IT.</source>
            <translation>Pull the device out, plug it in and check again; if it goes on, tell IT.</translation>
        </message>
        <message>
            <source>does not answer</source>
            <translation>does not answer</translation>
        </message>
        <message>
            <source>none is plugged in</source>
            <translation>none is plugged in</translation>
        </message>
        <message>
            <source>Plug it in, wait for its light, and check again.</source>
            <translation>Plug it in, wait for its light, and check again.</translation>
        </message>
        <message>
            <source>answers with an error</source>
            <translation>answers with an error</translation>
        </message>
        <message>
            <source>has to be set or changed first</source>
            <translation>has to be set or changed first</translation>
        </message>
        <message>
            <source>Set it with the program that came with the device, or ask IT.</source>
            <translation>Set it with the program that came with the device, or ask IT.</translation>
        </message>
        <message>
            <source>few tries are left: a wrong one was entered</source>
            <translation>few tries are left: a wrong one was entered</translation>
        </message>
        <message>
            <source>Enter the right one once, and the count begins anew.</source>
            <translation>Enter the right one once, and the count begins anew.</translation>
        </message>
        <message>
            <source>last try: one more wrong PIN locks the device</source>
            <translation>last try: one more wrong PIN locks the device</translation>
        </message>
        <message>
            <source>If you are not certain of it, ask IT before you try.</source>
            <translation>If you are not certain of it, ask IT before you try.</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>locked</translation>
        </message>
        <message>
            <source>IT can unlock it with the PUK.</source>
            <translation>IT can unlock it with the PUK.</translation>
        </message>
        <message>
            <source>the device holds none for signing</source>
            <translation>the device holds none for signing</translation>
        </message>
        <message>
            <source>It has to be issued and put on the device first; ask IT.</source>
            <translation>It has to be issued and put on the device first; ask IT.</translation>
        </message>
        <message>
            <source>is meant for logging in, not for signing</source>
            <translation>is meant for logging in, not for signing</translation>
        </message>
        <message>
            <source>Choose the other certificate of the device when you sign.</source>
            <translation>Choose the other certificate of the device when you sign.</translation>
        </message>
        <message>
            <source>is not valid yet</source>
            <translation>is not valid yet</translation>
        </message>
        <message>
            <source>Wait for its first day; if it should be valid, look at the clock.</source>
            <translation>Wait for its first day; if it should be valid, look at the clock.</translation>
        </message>
        <message>
            <source>has expired</source>
            <translation>has expired</translation>
        </message>
        <message>
            <source>It has to be renewed before you can sign.</source>
            <translation>It has to be renewed before you can sign.</translation>
        </message>
        <message>
            <source>to nobody at the server</source>
            <translation>to nobody at the server</translation>
        </message>
        <message>
            <source>Ask IT to register the certificate as yours.</source>
            <translation>Ask IT to register the certificate as yours.</translation>
        </message>
        <message>
            <source>to another person</source>
            <translation>to another person</translation>
        </message>
        <message>
            <source>Use your own device; if it is yours, tell IT.</source>
            <translation>Use your own device; if it is yours, tell IT.</translation>
        </message>
        <message>
            <source>not compared with the server's yet</source>
            <translation>not compared with the server's yet</translation>
        </message>
        <message>
            <source>It is compared by itself as soon as the server answers.</source>
            <translation>It is compared by itself as soon as the server answers.</translation>
        </message>
        <message>
            <source>nobody is named to give them</source>
            <translation>nobody is named to give them</translation>
        </message>
        <message>
            <source>Ask IT to name a timestamp authority at the server.</source>
            <translation>Ask IT to name a timestamp authority at the server.</translation>
        </message>
        <message>
            <source>the authority gives none now</source>
            <translation>the authority gives none now</translation>
        </message>
        <message>
            <source>Look at the connection to the internet; if it goes on, tell IT.</source>
            <translation>Look at the connection to the internet; if it goes on, tell IT.</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>answers</translation>
        </message>
        <message>
            <source>plugged in</source>
            <translation>plugged in</translation>
        </message>
        <message>
            <source>no wrong try</source>
            <translation>no wrong try</translation>
        </message>
        <message>
            <source>for signing</source>
            <translation>for signing</translation>
        </message>
        <message numerus="yes">
            <source>valid for %n more day(s)</source>
            <translation>
                <numerusform>valid for %n more day</numerusform>
                <numerusform>valid for %n more days</numerusform>
            </translation>
        </message>
        <message>
            <source>yours at the server</source>
            <translation>yours at the server</translation>
        </message>
        <message>
            <source>agrees with the server's</source>
            <translation>agrees with the server's</translation>
        </message>
        <message>
            <source>given</source>
            <translation>given</translation>
        </message>
        <message numerus="yes">
            <source>expires in %n day(s)</source>
            <translation>
                <numerusform>expires in %n day</numerusform>
                <numerusform>expires in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>off by %n minute(s)</source>
            <translation>
                <numerusform>off by %n minute</numerusform>
                <numerusform>off by %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask for its renewal now: it takes some days.</source>
            <translation>Ask for its renewal now: it takes some days.</translation>
        </message>
        <message>
            <source>Ask IT to set this computer's clock; the server's time is what counts.</source>
            <translation>Ask IT to set this computer's clock; the server's time is what counts.</translation>
        </message>
        <message>
            <source>good</source>
            <translation>good</translation>
        </message>
        <message>
            <source>attention</source>
            <translation>attention</translation>
        </message>
        <message>
            <source>not good</source>
            <translation>not good</translation>
        </message>
        <message>
            <source>Trusted authorities</source>
            <translation>Trusted authorities</translation>
        </message>
        <message>
            <source>known</source>
            <translation>known</translation>
        </message>
        <message>
            <source>none is known: no received signature can be called valid</source>
            <translation>none is known: no received signature can be called valid</translation>
        </message>
        <message>
            <source>Ask IT to put the authorities' certificates or the trusted list on this computer.</source>
            <translation>Ask IT to put the authorities' certificates or the trusted list on this computer.</translation>
        </message>
        <message>
            <source>their folder cannot be read</source>
            <translation>their folder cannot be read</translation>
        </message>
        <message>
            <source>Tell IT: until then signatures cannot be judged.</source>
            <translation>Tell IT: until then signatures cannot be judged.</translation>
        </message>
        <message>
            <source>a trusted list was not believed or is out of date</source>
            <translation>a trusted list was not believed or is out of date</translation>
        </message>
        <message>
            <source>Ask IT to renew it; what is copied for support says which one.</source>
            <translation>Ask IT to renew it; what is copied for support says which one.</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>The file could not be read.</source>
            <translation>The file could not be read.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nothing was changed.</translation>
        </message>
        <message>
            <source>Check that the file exists and that you may open it, then choose it again.</source>
            <translation>Check that the file exists and that you may open it, then choose it again.</translation>
        </message>
        <message>
            <source>The file could not be written.</source>
            <translation>The file could not be written.</translation>
        </message>
        <message>
            <source>What you were doing is kept as it was.</source>
            <translation>What you were doing is kept as it was.</translation>
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation>Choose another folder, or ask for the right to write there.</translation>
        </message>
        <message>
            <source>The disk is full.</source>
            <translation>The disk is full.</translation>
        </message>
        <message>
            <source>Everything that was saved before is intact; the last step was not saved.</source>
            <translation>Everything that was saved before is intact; the last step was not saved.</translation>
        </message>
        <message>
            <source>Make room on the disk and repeat the last step.</source>
            <translation>Make room on the disk and repeat the last step.</translation>
        </message>
        <message>
            <source>The data kept on this desk cannot be read.</source>
            <translation>The data kept on this desk cannot be read.</translation>
        </message>
        <message>
            <source>What the server has confirmed is safe at the server.</source>
            <translation>What the server has confirmed is safe at the server.</translation>
        </message>
        <message>
            <source>Close the program and call IT; do not delete the profile folder: acts that wait may be in it.</source>
            <translation>Close the program and call IT; do not delete the profile folder: acts that wait may be in it.</translation>
        </message>
        <message>
            <source>The data on this desk were written by a newer version of the program.</source>
            <translation>The data on this desk were written by a newer version of the program.</translation>
        </message>
        <message>
            <source>Install the newer version and open it again.</source>
            <translation>Install the newer version and open it again.</translation>
        </message>
        <message>
            <source>This profile is already open in another window of the program.</source>
            <translation>This profile is already open in another window of the program.</translation>
        </message>
        <message>
            <source>Go on in the window that is open, or close it first.</source>
            <translation>Go on in the window that is open, or close it first.</translation>
        </message>
        <message>
            <source>It was stopped, as you asked.</source>
            <translation>It was stopped, as you asked.</translation>
        </message>
        <message>
            <source>What had been finished until then is kept.</source>
            <translation>What had been finished until then is kept.</translation>
        </message>
        <message>
            <source>Start it again when you want.</source>
            <translation>Start it again when you want.</translation>
        </message>
        <message>
            <source>It took too long and was stopped.</source>
            <translation>It took too long and was stopped.</translation>
        </message>
        <message>
            <source>Nothing was lost.</source>
            <translation>Nothing was lost.</translation>
        </message>
        <message>
            <source>Try again in a moment; if it goes on, tell IT.</source>
            <translation>Try again in a moment; if it goes on, tell IT.</translation>
        </message>
        <message>
            <source>It is larger or longer than is allowed.</source>
            <translation>It is larger or longer than is allowed.</translation>
        </message>
        <message>
            <source>What you have filled in is still there.</source>
            <translation>What you have filled in is still there.</translation>
        </message>
        <message>
            <source>Make it smaller or split it, then try again.</source>
            <translation>Make it smaller or split it, then try again.</translation>
        </message>
        <message>
            <source>Something unexpected happened in the program.</source>
            <translation>Something unexpected happened in the program.</translation>
        </message>
        <message>
            <source>What was saved is intact.</source>
            <translation>What was saved is intact.</translation>
        </message>
        <message>
            <source>Try again; if it happens again, send IT the details.</source>
            <translation>Try again; if it happens again, send IT the details.</translation>
        </message>
        <message>
            <source>This is not supported here.</source>
            <translation>This is not supported here.</translation>
        </message>
        <message>
            <source>Use another kind of file or device.</source>
            <translation>Use another kind of file or device.</translation>
        </message>
        <message>
            <source>What was received cannot be understood.</source>
            <translation>What was received cannot be understood.</translation>
        </message>
        <message>
            <source>Try again; if it goes on, send IT the details.</source>
            <translation>Try again; if it goes on, send IT the details.</translation>
        </message>
        <message>
            <source>This was made by a newer version of the program.</source>
            <translation>This was made by a newer version of the program.</translation>
        </message>
        <message>
            <source>The document is shown read only; nothing was changed.</source>
            <translation>The document is shown read only; nothing was changed.</translation>
        </message>
        <message>
            <source>Update the program to act on it.</source>
            <translation>Update the program to act on it.</translation>
        </message>
        <message>
            <source>The file's content is not what was recorded.</source>
            <translation>The file's content is not what was recorded.</translation>
        </message>
        <message>
            <source>The damaged copy is not used; the original at the server is intact.</source>
            <translation>The damaged copy is not used; the original at the server is intact.</translation>
        </message>
        <message>
            <source>Fetch the file again; if it goes on, tell IT at once.</source>
            <translation>Fetch the file again; if it goes on, tell IT at once.</translation>
        </message>
        <message>
            <source>The ledger does not hold together at this point.</source>
            <translation>The ledger does not hold together at this point.</translation>
        </message>
        <message>
            <source>Tell IT at once; do not go on with this document.</source>
            <translation>Tell IT at once; do not go on with this document.</translation>
        </message>
        <message>
            <source>The server cannot be reached.</source>
            <translation>The server cannot be reached.</translation>
        </message>
        <message>
            <source>Your acts are kept here and leave by themselves when it is back.</source>
            <translation>Your acts are kept here and leave by themselves when it is back.</translation>
        </message>
        <message>
            <source>Go on working; if it lasts, check the network.</source>
            <translation>Go on working; if it lasts, check the network.</translation>
        </message>
        <message>
            <source>The server shows a certificate that this desk does not trust.</source>
            <translation>The server shows a certificate that this desk does not trust.</translation>
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation>Nothing was sent.</translation>
        </message>
        <message>
            <source>Do not go on before IT has confirmed the certificate's fingerprint.</source>
            <translation>Do not go on before IT has confirmed the certificate's fingerprint.</translation>
        </message>
        <message>
            <source>The server refused the request.</source>
            <translation>The server refused the request.</translation>
        </message>
        <message>
            <source>What you have filled in is kept.</source>
            <translation>What you have filled in is kept.</translation>
        </message>
        <message>
            <source>Read the details; if it is not clear, ask IT.</source>
            <translation>Read the details; if it is not clear, ask IT.</translation>
        </message>
        <message>
            <source>The server is busy now.</source>
            <translation>The server is busy now.</translation>
        </message>
        <message>
            <source>Your acts wait here and leave by themselves.</source>
            <translation>Your acts wait here and leave by themselves.</translation>
        </message>
        <message>
            <source>Go on working; it is tried again in a moment.</source>
            <translation>Go on working; it is tried again in a moment.</translation>
        </message>
        <message>
            <source>The server was restored from a backup.</source>
            <translation>The server was restored from a backup.</translation>
        </message>
        <message>
            <source>This desk kept what it had and hands back what the server has lost.</source>
            <translation>This desk kept what it had and hands back what the server has lost.</translation>
        </message>
        <message>
            <source>Go on working; this is settled by itself, IT has been told.</source>
            <translation>Go on working; this is settled by itself, IT has been told.</translation>
        </message>
        <message>
            <source>Too many attempts in a short time.</source>
            <translation>Too many attempts in a short time.</translation>
        </message>
        <message>
            <source>Wait a minute and try again.</source>
            <translation>Wait a minute and try again.</translation>
        </message>
        <message>
            <source>The name or the password is not right.</source>
            <translation>The name or the password is not right.</translation>
        </message>
        <message>
            <source>Type them again; mind the language of the keyboard and Caps Lock.</source>
            <translation>Type them again; mind the language of the keyboard and Caps Lock.</translation>
        </message>
        <message>
            <source>You have been signed out because the session ended.</source>
            <translation>You have been signed out because the session ended.</translation>
        </message>
        <message>
            <source>All your acts are kept here and wait.</source>
            <translation>All your acts are kept here and wait.</translation>
        </message>
        <message>
            <source>Sign in again and they leave by themselves.</source>
            <translation>Sign in again and they leave by themselves.</translation>
        </message>
        <message>
            <source>This desk is no longer admitted to the server.</source>
            <translation>This desk is no longer admitted to the server.</translation>
        </message>
        <message>
            <source>What waits is kept in the profile.</source>
            <translation>What waits is kept in the profile.</translation>
        </message>
        <message>
            <source>Ask IT to admit the desk again.</source>
            <translation>Ask IT to admit the desk again.</translation>
        </message>
        <message>
            <source>You do not have the right to do this.</source>
            <translation>You do not have the right to do this.</translation>
        </message>
        <message>
            <source>Ask your head of department or IT, if you should have it.</source>
            <translation>Ask your head of department or IT, if you should have it.</translation>
        </message>
        <message>
            <source>It was not found.</source>
            <translation>It was not found.</translation>
        </message>
        <message>
            <source>It may have been moved or you may no longer see it: refresh the list and search for it.</source>
            <translation>It may have been moved or you may no longer see it: refresh the list and search for it.</translation>
        </message>
        <message>
            <source>A required field is empty.</source>
            <translation>A required field is empty.</translation>
        </message>
        <message>
            <source>Fill in the marked field and try again.</source>
            <translation>Fill in the marked field and try again.</translation>
        </message>
        <message>
            <source>A field does not have an acceptable value.</source>
            <translation>A field does not have an acceptable value.</translation>
        </message>
        <message>
            <source>Correct the marked field and try again.</source>
            <translation>Correct the marked field and try again.</translation>
        </message>
        <message>
            <source>A reason is required.</source>
            <translation>A reason is required.</translation>
        </message>
        <message>
            <source>Write why, in a few words.</source>
            <translation>Write why, in a few words.</translation>
        </message>
        <message>
            <source>It exists already.</source>
            <translation>It exists already.</translation>
        </message>
        <message>
            <source>Nothing was done twice.</source>
            <translation>Nothing was done twice.</translation>
        </message>
        <message>
            <source>Open the existing one, or choose another name.</source>
            <translation>Open the existing one, or choose another name.</translation>
        </message>
        <message>
            <source>The document already has a number.</source>
            <translation>The document already has a number.</translation>
        </message>
        <message>
            <source>The number that it has stays.</source>
            <translation>The number that it has stays.</translation>
        </message>
        <message>
            <source>Open the document to see its number.</source>
            <translation>Open the document to see its number.</translation>
        </message>
        <message>
            <source>The document has no number yet.</source>
            <translation>The document has no number yet.</translation>
        </message>
        <message>
            <source>Register it first.</source>
            <translation>Register it first.</translation>
        </message>
        <message>
            <source>The number of this document is cancelled.</source>
            <translation>The number of this document is cancelled.</translation>
        </message>
        <message>
            <source>The row stays readable in the book.</source>
            <translation>The row stays readable in the book.</translation>
        </message>
        <message>
            <source>Register the document anew if it is needed.</source>
            <translation>Register the document anew if it is needed.</translation>
        </message>
        <message>
            <source>No number is reserved for this signature.</source>
            <translation>No number is reserved for this signature.</translation>
        </message>
        <message>
            <source>The document is unsigned and unchanged.</source>
            <translation>The document is unsigned and unchanged.</translation>
        </message>
        <message>
            <source>Start the signature again: a number is reserved anew.</source>
            <translation>Start the signature again: a number is reserved anew.</translation>
        </message>
        <message>
            <source>The server has stopped giving numbers because its clock is not right.</source>
            <translation>The server has stopped giving numbers because its clock is not right.</translation>
        </message>
        <message>
            <source>Your registration waits here.</source>
            <translation>Your registration waits here.</translation>
        </message>
        <message>
            <source>Tell IT; the number is given when the clock has been mended.</source>
            <translation>Tell IT; the number is given when the clock has been mended.</translation>
        </message>
        <message>
            <source>The document has been dispatched already.</source>
            <translation>The document has been dispatched already.</translation>
        </message>
        <message>
            <source>Issue a correct repetition instead.</source>
            <translation>Issue a correct repetition instead.</translation>
        </message>
        <message>
            <source>Somebody acted on the document meanwhile.</source>
            <translation>Somebody acted on the document meanwhile.</translation>
        </message>
        <message>
            <source>Your act was not carried out; its text is kept.</source>
            <translation>Your act was not carried out; its text is kept.</translation>
        </message>
        <message>
            <source>Look at the document as it is now and decide again.</source>
            <translation>Look at the document as it is now and decide again.</translation>
        </message>
        <message>
            <source>It is not your turn in the chain.</source>
            <translation>It is not your turn in the chain.</translation>
        </message>
        <message>
            <source>The document comes to you when those before you have acted.</source>
            <translation>The document comes to you when those before you have acted.</translation>
        </message>
        <message>
            <source>The document's files have not all arrived at the server.</source>
            <translation>The document's files have not all arrived at the server.</translation>
        </message>
        <message>
            <source>Your act is kept and can be repeated.</source>
            <translation>Your act is kept and can be repeated.</translation>
        </message>
        <message>
            <source>Wait until the transfer ends, then try again.</source>
            <translation>Wait until the transfer ends, then try again.</translation>
        </message>
        <message>
            <source>There is a newer form of the document than the one you saw.</source>
            <translation>There is a newer form of the document than the one you saw.</translation>
        </message>
        <message>
            <source>Nothing was signed.</source>
            <translation>Nothing was signed.</translation>
        </message>
        <message>
            <source>Open the newest form, read it, then sign.</source>
            <translation>Open the newest form, read it, then sign.</translation>
        </message>
        <message>
            <source>The server did not accept the signature.</source>
            <translation>The server did not accept the signature.</translation>
        </message>
        <message>
            <source>The earlier signatures and the document are intact.</source>
            <translation>The earlier signatures and the document are intact.</translation>
        </message>
        <message>
            <source>See the details; check that you signed with your registered certificate.</source>
            <translation>See the details; check that you signed with your registered certificate.</translation>
        </message>
        <message>
            <source>There is no such unit.</source>
            <translation>There is no such unit.</translation>
        </message>
        <message>
            <source>Choose a unit from the list.</source>
            <translation>Choose a unit from the list.</translation>
        </message>
        <message>
            <source>There is no such person.</source>
            <translation>There is no such person.</translation>
        </message>
        <message>
            <source>Choose a person from the list.</source>
            <translation>Choose a person from the list.</translation>
        </message>
        <message>
            <source>The same act was sent with different content.</source>
            <translation>The same act was sent with different content.</translation>
        </message>
        <message>
            <source>The first one holds.</source>
            <translation>The first one holds.</translation>
        </message>
        <message>
            <source>Look at the document as it is now and, if needed, act again.</source>
            <translation>Look at the document as it is now and, if needed, act again.</translation>
        </message>
        <message>
            <source>An act on which this one depends was refused.</source>
            <translation>An act on which this one depends was refused.</translation>
        </message>
        <message>
            <source>Its content is kept.</source>
            <translation>Its content is kept.</translation>
        </message>
        <message>
            <source>Settle the first one, then try again.</source>
            <translation>Settle the first one, then try again.</translation>
        </message>
        <message>
            <source>One part of the act was refused, so none of it was done.</source>
            <translation>One part of the act was refused, so none of it was done.</translation>
        </message>
        <message>
            <source>All you had filled in is kept.</source>
            <translation>All you had filled in is kept.</translation>
        </message>
        <message>
            <source>Mend what was refused, then try again.</source>
            <translation>Mend what was refused, then try again.</translation>
        </message>
        <message>
            <source>The file is neither a PDF nor an image that can be read.</source>
            <translation>The file is neither a PDF nor an image that can be read.</translation>
        </message>
        <message>
            <source>Nothing was attached.</source>
            <translation>Nothing was attached.</translation>
        </message>
        <message>
            <source>Save it as PDF and choose it again.</source>
            <translation>Save it as PDF and choose it again.</translation>
        </message>
        <message>
            <source>The PDF is damaged.</source>
            <translation>The PDF is damaged.</translation>
        </message>
        <message>
            <source>The file was not changed.</source>
            <translation>The file was not changed.</translation>
        </message>
        <message>
            <source>Ask for it to be sent again, or print it and scan it.</source>
            <translation>Ask for it to be sent again, or print it and scan it.</translation>
        </message>
        <message>
            <source>The PDF is locked with a password.</source>
            <translation>The PDF is locked with a password.</translation>
        </message>
        <message>
            <source>Save it without the password and choose it again.</source>
            <translation>Save it without the password and choose it again.</translation>
        </message>
        <message>
            <source>An earlier signature in the PDF does not allow this change.</source>
            <translation>An earlier signature in the PDF does not allow this change.</translation>
        </message>
        <message>
            <source>The file and its signatures are intact.</source>
            <translation>The file and its signatures are intact.</translation>
        </message>
        <message>
            <source>Ask the author for a form that still allows signatures.</source>
            <translation>Ask the author for a form that still allows signatures.</translation>
        </message>
        <message>
            <source>The file is too large.</source>
            <translation>The file is too large.</translation>
        </message>
        <message>
            <source>Split it or scan it in lower resolution; at most 512 MB are taken.</source>
            <translation>Split it or scan it in lower resolution; at most 512 MB are taken.</translation>
        </message>
        <message>
            <source>The image cannot be read.</source>
            <translation>The image cannot be read.</translation>
        </message>
        <message>
            <source>Save it as JPEG, PNG or TIFF, or scan the page again.</source>
            <translation>Save it as JPEG, PNG or TIFF, or scan the page again.</translation>
        </message>
        <message>
            <source>The files for recognising text in this language are not installed.</source>
            <translation>The files for recognising text in this language are not installed.</translation>
        </message>
        <message>
            <source>The pages are kept; only their text is missing.</source>
            <translation>The pages are kept; only their text is missing.</translation>
        </message>
        <message>
            <source>Go on without it, and ask IT to install Tesseract's data for Greek and English.</source>
            <translation>Go on without it, and ask IT to install Tesseract's data for Greek and English.</translation>
        </message>
        <message>
            <source>Reading the file ended unexpectedly.</source>
            <translation>Reading the file ended unexpectedly.</translation>
        </message>
        <message>
            <source>Your work and the file are intact.</source>
            <translation>Your work and the file are intact.</translation>
        </message>
        <message>
            <source>Try again; if it happens again the file is probably damaged.</source>
            <translation>Try again; if it happens again the file is probably damaged.</translation>
        </message>
        <message>
            <source>No scanner was found.</source>
            <translation>No scanner was found.</translation>
        </message>
        <message>
            <source>The pages scanned before are kept.</source>
            <translation>The pages scanned before are kept.</translation>
        </message>
        <message>
            <source>Check that it is switched on and connected.</source>
            <translation>Check that it is switched on and connected.</translation>
        </message>
        <message>
            <source>The scanner is busy.</source>
            <translation>The scanner is busy.</translation>
        </message>
        <message>
            <source>Wait until it is free and scan again.</source>
            <translation>Wait until it is free and scan again.</translation>
        </message>
        <message>
            <source>The scanner does not answer.</source>
            <translation>The scanner does not answer.</translation>
        </message>
        <message>
            <source>Switch it off and on, check the cable, and scan again.</source>
            <translation>Switch it off and on, check the cable, and scan again.</translation>
        </message>
        <message>
            <source>Paper is jammed in the scanner.</source>
            <translation>Paper is jammed in the scanner.</translation>
        </message>
        <message>
            <source>Take the paper out and scan the page again.</source>
            <translation>Take the paper out and scan the page again.</translation>
        </message>
        <message>
            <source>The scanner's cover is open.</source>
            <translation>The scanner's cover is open.</translation>
        </message>
        <message>
            <source>Close the cover and scan again.</source>
            <translation>Close the cover and scan again.</translation>
        </message>
        <message>
            <source>There is no paper in the scanner.</source>
            <translation>There is no paper in the scanner.</translation>
        </message>
        <message>
            <source>Put the page in and scan again.</source>
            <translation>Put the page in and scan again.</translation>
        </message>
        <message>
            <source>The scan failed.</source>
            <translation>The scan failed.</translation>
        </message>
        <message>
            <source>Scan the page again; if it goes on, tell IT.</source>
            <translation>Scan the page again; if it goes on, tell IT.</translation>
        </message>
        <message>
            <source>The key file cannot be read.</source>
            <translation>The key file cannot be read.</translation>
        </message>
        <message>
            <source>Choose a PKCS#12 file (.p12 or .pfx) that holds a key with its certificate.</source>
            <translation>Choose a PKCS#12 file (.p12 or .pfx) that holds a key with its certificate.</translation>
        </message>
        <message>
            <source>The PIN is not right.</source>
            <translation>The PIN is not right.</translation>
        </message>
        <message>
            <source>Nothing was signed; the PIN was tried once only.</source>
            <translation>Nothing was signed; the PIN was tried once only.</translation>
        </message>
        <message>
            <source>Type it again with care; after a few wrong tries a signing device locks.</source>
            <translation>Type it again with care; after a few wrong tries a signing device locks.</translation>
        </message>
        <message>
            <source>The signing device is locked.</source>
            <translation>The signing device is locked.</translation>
        </message>
        <message>
            <source>Unlock it with its unlock code, or ask its issuer.</source>
            <translation>Unlock it with its unlock code, or ask its issuer.</translation>
        </message>
        <message>
            <source>The certificate is not valid at this time.</source>
            <translation>The certificate is not valid at this time.</translation>
        </message>
        <message>
            <source>Renew the certificate; until then somebody else must sign.</source>
            <translation>Renew the certificate; until then somebody else must sign.</translation>
        </message>
        <message>
            <source>The certificate may not be used for signatures.</source>
            <translation>The certificate may not be used for signatures.</translation>
        </message>
        <message>
            <source>Choose another certificate.</source>
            <translation>Choose another certificate.</translation>
        </message>
        <message>
            <source>The certificate is not registered to you.</source>
            <translation>The certificate is not registered to you.</translation>
        </message>
        <message>
            <source>Ask IT to register it to your name, or choose your own.</source>
            <translation>Ask IT to register it to your name, or choose your own.</translation>
        </message>
        <message>
            <source>The signing device is not connected.</source>
            <translation>The signing device is not connected.</translation>
        </message>
        <message>
            <source>Connect it and try again.</source>
            <translation>Connect it and try again.</translation>
        </message>
        <message>
            <source>The timestamp service does not answer.</source>
            <translation>The timestamp service does not answer.</translation>
        </message>
        <message>
            <source>Nothing was signed; the document is as it was.</source>
            <translation>Nothing was signed; the document is as it was.</translation>
        </message>
        <message>
            <source>Try again later.</source>
            <translation>Try again later.</translation>
        </message>
        <message>
            <source>The authority that issued the certificate does not say whether it is still valid.</source>
            <translation>The authority that issued the certificate does not say whether it is still valid.</translation>
        </message>
        <message>
            <source>The authority that issued the certificate has revoked it.</source>
            <translation>The authority that issued the certificate has revoked it.</translation>
        </message>
        <message>
            <source>Use another certificate, or ask for a new one.</source>
            <translation>Use another certificate, or ask for a new one.</translation>
        </message>
        <message>
            <source>The signature that was made does not hold.</source>
            <translation>The signature that was made does not hold.</translation>
        </message>
        <message>
            <source>The document and its earlier signatures are intact.</source>
            <translation>The document and its earlier signatures are intact.</translation>
        </message>
        <message>
            <source>Try again; if it happens again, tell IT.</source>
            <translation>Try again; if it happens again, tell IT.</translation>
        </message>
        <message>
            <source>The PIN of the signing device must be set or changed first.</source>
            <translation>The PIN of the signing device must be set or changed first.</translation>
        </message>
        <message>
            <source>Set it with the program that came with the device, or ask IT.</source>
            <translation>Set it with the program that came with the device, or ask IT.</translation>
        </message>
        <message>
            <source>The signing device answers with an error.</source>
            <translation>The signing device answers with an error.</translation>
        </message>
        <message>
            <source>Pull it out, plug it in again and try once more; if it goes on, tell IT.</source>
            <translation>Pull it out, plug it in again and try once more; if it goes on, tell IT.</translation>
        </message>
        <message>
            <source>The software of the signing device cannot be used.</source>
            <translation>The software of the signing device cannot be used.</translation>
        </message>
        <message>
            <source>Ask IT to install it anew; it must be the one for 64 bits.</source>
            <translation>Ask IT to install it anew; it must be the one for 64 bits.</translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>time unknown</source>
            <translation>time unknown</translation>
        </message>
        <message>
            <source>%1 by a timestamp</source>
            <translation>%1 by a timestamp</translation>
        </message>
        <message>
            <source>%1 as the signer says</source>
            <translation>%1 as the signer says</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>yes, by %1</source>
            <translation>yes, by %1</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>not known here</source>
            <translation>not known here</translation>
        </message>
        <message>
            <source>need not be asked for</source>
            <translation>need not be asked for</translation>
        </message>
        <message>
            <source>its issuer names no place to ask</source>
            <translation>its issuer names no place to ask</translation>
        </message>
        <message>
            <source>could not be learnt</source>
            <translation>could not be learnt</translation>
        </message>
        <message>
            <source>not revoked (%1 of %2)</source>
            <translation>not revoked (%1 of %2)</translation>
        </message>
        <message>
            <source>not revoked (%1)</source>
            <translation>not revoked (%1)</translation>
        </message>
        <message>
            <source>revoked on %1</source>
            <translation>revoked on %1</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>revoked</translation>
        </message>
        <message>
            <source>%1 (until %2)</source>
            <translation>%1 (until %2)</translation>
        </message>
        <message>
            <source>unknown authority</source>
            <translation>unknown authority</translation>
        </message>
        <message>
            <source>valid</source>
            <translation>valid</translation>
        </message>
        <message>
            <source>not valid</source>
            <translation>not valid</translation>
        </message>
        <message>
            <source>not certain</source>
            <translation>not certain</translation>
        </message>
        <message>
            <source>a further signature</source>
            <translation>a further signature</translation>
        </message>
        <message>
            <source>a timestamp</source>
            <translation>a timestamp</translation>
        </message>
        <message>
            <source>data for long-term validity</source>
            <translation>data for long-term validity</translation>
        </message>
        <message>
            <source>a form was filled in</source>
            <translation>a form was filled in</translation>
        </message>
        <message>
            <source>notes or marks on a page</source>
            <translation>notes or marks on a page</translation>
        </message>
        <message>
            <source>a form field was made, moved or taken away</source>
            <translation>a form field was made, moved or taken away</translation>
        </message>
        <message>
            <source>the content of a page</source>
            <translation>the content of a page</translation>
        </message>
        <message>
            <source>pages were added, taken away or put in another order</source>
            <translation>pages were added, taken away or put in another order</translation>
        </message>
        <message>
            <source>the letters that the text is shown with</source>
            <translation>the letters that the text is shown with</translation>
        </message>
        <message>
            <source>title, author or dates of the file</source>
            <translation>title, author or dates of the file</translation>
        </message>
        <message>
            <source>files attached inside it</source>
            <translation>files attached inside it</translation>
        </message>
        <message>
            <source>content that acts by itself</source>
            <translation>content that acts by itself</translation>
        </message>
        <message>
            <source>how the document is shown</source>
            <translation>how the document is shown</translation>
        </message>
        <message>
            <source>an earlier signature itself</source>
            <translation>an earlier signature itself</translation>
        </message>
        <message>
            <source>bytes that fit no honest saving</source>
            <translation>bytes that fit no honest saving</translation>
        </message>
        <message>
            <source>something else</source>
            <translation>something else</translation>
        </message>
        <message>
            <source>%1 is not safe any more</source>
            <translation>%1 is not safe any more</translation>
        </message>
        <message>
            <source>Qualified timestamp</source>
            <translation>Qualified timestamp</translation>
        </message>
        <message>
            <source>Timestamp</source>
            <translation>Timestamp</translation>
        </message>
        <message>
            <source>Qualified signature that certifies the document</source>
            <translation>Qualified signature that certifies the document</translation>
        </message>
        <message>
            <source>Signature that certifies the document</source>
            <translation>Signature that certifies the document</translation>
        </message>
        <message>
            <source>Qualified electronic seal</source>
            <translation>Qualified electronic seal</translation>
        </message>
        <message>
            <source>Electronic seal</source>
            <translation>Electronic seal</translation>
        </message>
        <message>
            <source>Qualified electronic signature</source>
            <translation>Qualified electronic signature</translation>
        </message>
        <message>
            <source>Digital signature</source>
            <translation>Digital signature</translation>
        </message>
        <message>
            <source>saving %1</source>
            <translation>saving %1</translation>
        </message>
        <message>
            <source>outside every saving</source>
            <translation>outside every saving</translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <translation>%1: %2, %3</translation>
        </message>
        <message>
            <source>allowed</source>
            <translation>allowed</translation>
        </message>
        <message>
            <source>NOT allowed</source>
            <translation>NOT allowed</translation>
        </message>
        <message>
            <source>Result by the standard</source>
            <translation>Result by the standard</translation>
        </message>
        <message>
            <source>Qualified</source>
            <translation>Qualified</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>Methods</source>
            <translation>Methods</translation>
        </message>
        <message>
            <source>Signer says</source>
            <translation>Signer says</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>Certificates</translation>
        </message>
        <message>
            <source>Revocation</source>
            <translation>Revocation</translation>
        </message>
        <message>
            <source>Changed since</source>
            <translation>Changed since</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nothing</translation>
        </message>
        <message>
            <source>Field in the file</source>
            <translation>Field in the file</translation>
        </message>
        <message>
            <source>For IT</source>
            <translation>For IT</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>Without date</source>
            <translation>Without date</translation>
        </message>
        <message>
            <source>Today, %1</source>
            <translation>Today, %1</translation>
        </message>
        <message>
            <source>Yesterday, %1</source>
            <translation>Yesterday, %1</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>due today</translation>
        </message>
        <message>
            <source>due tomorrow</source>
            <translation>due tomorrow</translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>due %1</translation>
        </message>
        <message numerus="yes">
            <source>due in %n day(s)</source>
            <translation>
                <numerusform>due in %n day</numerusform>
                <numerusform>due in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message>
            <source>waiting for number</source>
            <translation>waiting for number</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>protected subject</source>
            <translation>protected subject</translation>
        </message>
        <message>
            <source>(without subject)</source>
            <translation>(without subject)</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>A wrong PIN was entered before: few tries are left.</source>
            <translation>A wrong PIN was entered before: few tries are left.</translation>
        </message>
        <message>
            <source>Last try: one more wrong PIN locks the signing device.</source>
            <translation>Last try: one more wrong PIN locks the signing device.</translation>
        </message>
        <message>
            <source>The signing device is locked. IT can unlock it with its PUK.</source>
            <translation>The signing device is locked. IT can unlock it with its PUK.</translation>
        </message>
        <message>
            <source>The certificate of %1 has expired</source>
            <translation>The certificate of %1 has expired</translation>
        </message>
        <message>
            <source>The certificate of %1 expires today</source>
            <translation>The certificate of %1 expires today</translation>
        </message>
        <message numerus="yes">
            <source>The certificate of %1 expires in %n day(s)</source>
            <translation>
                <numerusform>The certificate of %1 expires in %n day</numerusform>
                <numerusform>The certificate of %1 expires in %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>device «%1»</source>
            <translation>device «%1»</translation>
        </message>
        <message>
            <source>the system's store</source>
            <translation>the system's store</translation>
        </message>
        <message>
            <source>issued by %1</source>
            <translation>issued by %1</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>until %1</translation>
        </message>
        <message>
            <source>This certificate has expired; a new one is needed to sign.</source>
            <translation>This certificate has expired; a new one is needed to sign.</translation>
        </message>
        <message>
            <source>This certificate is not valid yet.</source>
            <translation>This certificate is not valid yet.</translation>
        </message>
        <message>
            <source>This certificate is meant for logging in, not for signing.</source>
            <translation>This certificate is meant for logging in, not for signing.</translation>
        </message>
        <message>
            <source>This certificate is not registered as yours; ask IT to register it.</source>
            <translation>This certificate is not registered as yours; ask IT to register it.</translation>
        </message>
        <message>
            <source>The PIN is entered on the device's own keys, after «Sign».</source>
            <translation>The PIN is entered on the device's own keys, after «Sign».</translation>
        </message>
        <message>
            <source>The system asks for the PIN, after «Sign».</source>
            <translation>The system asks for the PIN, after «Sign».</translation>
        </message>
        <message>
            <source>Signed at level %1, without a timestamp.</source>
            <translation>Signed at level %1, without a timestamp.</translation>
        </message>
        <message>
            <source>Signed at level %1, with a timestamp by %2.</source>
            <translation>Signed at level %1, with a timestamp by %2.</translation>
        </message>
        <message>
            <source>If no timestamp comes, nothing is signed.</source>
            <translation>If no timestamp comes, nothing is signed.</translation>
        </message>
        <message>
            <source>If no timestamp comes, it is signed all the same and the timestamp follows.</source>
            <translation>If no timestamp comes, it is signed all the same and the timestamp follows.</translation>
        </message>
    </context>
    <context>
        <name>PaperPrint</name>
        <message>
            <source>Receipt of a document</source>
            <translation>Receipt of a document</translation>
        </message>
        <message>
            <source>Subject: %1</source>
            <translation>Subject: %1</translation>
        </message>
        <message>
            <source>From: %1</source>
            <translation>From: %1</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>Unknown signer</source>
            <translation>Unknown signer</translation>
        </message>
        <message>
            <source>Check of the signatures</source>
            <translation>Check of the signatures</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>Checked</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Result</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Do not rely on it; ask the sender for the original.</source>
            <translation>Do not rely on it; ask the sender for the original.</translation>
        </message>
        <message>
            <source>Ask the sender to sign anew with a valid certificate.</source>
            <translation>Ask the sender to sign anew with a valid certificate.</translation>
        </message>
        <message>
            <source>Show it to IT before you rely on it.</source>
            <translation>Show it to IT before you rely on it.</translation>
        </message>
        <message>
            <source>Check again later, with a connection to the network.</source>
            <translation>Check again later, with a connection to the network.</translation>
        </message>
        <message>
            <source>Not valid: the content is not what was signed.</source>
            <translation>Not valid: the content is not what was signed.</translation>
        </message>
        <message>
            <source>Not valid: the signature was not made with the signer's key.</source>
            <translation>Not valid: the signature was not made with the signer's key.</translation>
        </message>
        <message>
            <source>Not valid: the signature is not built as it must be; this may be a forgery.</source>
            <translation>Not valid: the signature is not built as it must be; this may be a forgery.</translation>
        </message>
        <message>
            <source>Not valid: the signer's certificate had been revoked when it was signed.</source>
            <translation>Not valid: the signer's certificate had been revoked when it was signed.</translation>
        </message>
        <message>
            <source>Not valid: the signer's certificate had expired when it was signed.</source>
            <translation>Not valid: the signer's certificate had expired when it was signed.</translation>
        </message>
        <message>
            <source>Not valid: the signer's certificate was not valid yet when it was signed.</source>
            <translation>Not valid: the signer's certificate was not valid yet when it was signed.</translation>
        </message>
        <message>
            <source>Not valid.</source>
            <translation>Not valid.</translation>
        </message>
        <message>
            <source>Intact, but the issuer of the signer's certificate is not among those trusted here.</source>
            <translation>Intact, but the issuer of the signer's certificate is not among those trusted here.</translation>
        </message>
        <message>
            <source>Ask IT whether this issuer is to be trusted.</source>
            <translation>Ask IT whether this issuer is to be trusted.</translation>
        </message>
        <message>
            <source>Intact, but something is wrong with the certificates of the signer's issuer.</source>
            <translation>Intact, but something is wrong with the certificates of the signer's issuer.</translation>
        </message>
        <message>
            <source>Intact, but the issuer was not entitled to issue such a certificate.</source>
            <translation>Intact, but the issuer was not entitled to issue such a certificate.</translation>
        </message>
        <message>
            <source>Intact, but the certificate is not meant for signing documents.</source>
            <translation>Intact, but the certificate is not meant for signing documents.</translation>
        </message>
        <message>
            <source>Intact, but the certificate has expired since, and no timestamp proves that it was signed before.</source>
            <translation>Intact, but the certificate has expired since, and no timestamp proves that it was signed before.</translation>
        </message>
        <message>
            <source>If it matters, ask the sender to sign anew, with a timestamp.</source>
            <translation>If it matters, ask the sender to sign anew, with a timestamp.</translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate has been revoked, and no timestamp proves that it was signed before.</source>
            <translation>Intact, but the signer's certificate has been revoked, and no timestamp proves that it was signed before.</translation>
        </message>
        <message>
            <source>Intact, but the issuer's own certificate has been revoked.</source>
            <translation>Intact, but the issuer's own certificate has been revoked.</translation>
        </message>
        <message>
            <source>Intact, but nothing proves when it was signed.</source>
            <translation>Intact, but nothing proves when it was signed.</translation>
        </message>
        <message>
            <source>Intact, but it could not be learnt whether the certificate has been revoked.</source>
            <translation>Intact, but it could not be learnt whether the certificate has been revoked.</translation>
        </message>
        <message>
            <source>Signed by a method that is not safe any more, so that it proves little.</source>
            <translation>Signed by a method that is not safe any more, so that it proves little.</translation>
        </message>
        <message>
            <source>The signer's certificate is not in the file, so nobody can tell who signed.</source>
            <translation>The signer's certificate is not in the file, so nobody can tell who signed.</translation>
        </message>
        <message>
            <source>The timestamps contradict one another.</source>
            <translation>The timestamps contradict one another.</translation>
        </message>
        <message>
            <source>What was signed is not in the file as a whole.</source>
            <translation>What was signed is not in the file as a whole.</translation>
        </message>
        <message>
            <source>The signature follows rules that could not be read here.</source>
            <translation>The signature follows rules that could not be read here.</translation>
        </message>
        <message>
            <source>Nothing certain can be said about this signature.</source>
            <translation>Nothing certain can be said about this signature.</translation>
        </message>
        <message>
            <source>Not valid: the document was changed after the signature in a way that is not allowed.</source>
            <translation>Not valid: the document was changed after the signature in a way that is not allowed.</translation>
        </message>
        <message>
            <source>Do not rely on what is shown; open the signed version and ask the sender.</source>
            <translation>Do not rely on what is shown; open the signed version and ask the sender.</translation>
        </message>
        <message>
            <source>Valid: the document is as it was signed.</source>
            <translation>Valid: the document is as it was signed.</translation>
        </message>
        <message>
            <source>Valid: only what the signature allows was added afterwards.</source>
            <translation>Valid: only what the signature allows was added afterwards.</translation>
        </message>
        <message>
            <source>Valid.</source>
            <translation>Valid.</translation>
        </message>
        <message>
            <source>The file carries no digital signature.</source>
            <translation>The file carries no digital signature.</translation>
        </message>
        <message numerus="yes">
            <source>%n of them valid</source>
            <translation>
                <numerusform>%n valid</numerusform>
                <numerusform>%n valid</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them need(s) attention</source>
            <translation>
                <numerusform>%n needs attention</numerusform>
                <numerusform>%n need attention</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them not valid</source>
            <translation>
                <numerusform>%n not valid</numerusform>
                <numerusform>%n not valid</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n digital signature(s)</source>
            <translation>
                <numerusform>%n digital signature</numerusform>
                <numerusform>%n digital signatures</numerusform>
            </translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate has expired.</source>
            <translation>Intact, but the signer's certificate has expired.</translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate was not valid yet when it was signed.</source>
            <translation>Intact, but the signer's certificate was not valid yet when it was signed.</translation>
        </message>
        <message>
            <source>Intact, but the signer's certificate has been revoked.</source>
            <translation>Intact, but the signer's certificate has been revoked.</translation>
        </message>
        <message>
            <source>The signature is not built as it must be, so that it cannot be judged.</source>
            <translation>The signature is not built as it must be, so that it cannot be judged.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Incoming</source>
            <translation>Incoming</translation>
        </message>
        <message>
            <source>Outgoing</source>
            <translation>Outgoing</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Internal</translation>
        </message>
        <message>
            <source>For action</source>
            <translation>For action</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>For information</translation>
        </message>
        <message>
            <source>For opinion</source>
            <translation>For opinion</translation>
        </message>
        <message>
            <source>charged</source>
            <translation>charged</translation>
        </message>
        <message>
            <source>taken over</source>
            <translation>taken over</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>returned</translation>
        </message>
        <message>
            <source>completed</source>
            <translation>completed</translation>
        </message>
        <message>
            <source>signature</source>
            <translation>signature</translation>
        </message>
        <message>
            <source>approval</source>
            <translation>approval</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>waiting</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>approved</translation>
        </message>
        <message>
            <source>approved with objection</source>
            <translation>approved with objection</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>signed</translation>
        </message>
        <message>
            <source>sent back</source>
            <translation>sent back</translation>
        </message>
        <message>
            <source>On its way for approval</source>
            <translation>On its way for approval</translation>
        </message>
        <message>
            <source>Signed by all</source>
            <translation>Signed by all</translation>
        </message>
        <message>
            <source>Sent back to the author</source>
            <translation>Sent back to the author</translation>
        </message>
        <message>
            <source>Withdrawn by the author</source>
            <translation>Withdrawn by the author</translation>
        </message>
        <message>
            <source>without number</source>
            <translation>without number</translation>
        </message>
        <message>
            <source>waiting for number</source>
            <translation>waiting for number</translation>
        </message>
        <message>
            <source>registered</source>
            <translation>registered</translation>
        </message>
        <message>
            <source>number reserved</source>
            <translation>number reserved</translation>
        </message>
        <message>
            <source>number leased</source>
            <translation>number leased</translation>
        </message>
        <message>
            <source>number returned unused</source>
            <translation>number returned unused</translation>
        </message>
        <message>
            <source>number cancelled</source>
            <translation>number cancelled</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Citizen</translation>
        </message>
        <message>
            <source>Authority</source>
            <translation>Authority</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>Company</translation>
        </message>
        <message>
            <source>Own unit</source>
            <translation>Own unit</translation>
        </message>
        <message>
            <source>Anonymous</source>
            <translation>Anonymous</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>Registry clerk</source>
            <translation>Registry clerk</translation>
        </message>
        <message>
            <source>Head of registry</source>
            <translation>Head of registry</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Head</translation>
        </message>
        <message>
            <source>Final signatory</source>
            <translation>Final signatory</translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation>Auditor</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>To act on</source>
            <translation>To act on</translation>
        </message>
        <message>
            <source>To approve</source>
            <translation>To approve</translation>
        </message>
        <message>
            <source>To know</source>
            <translation>To know</translation>
        </message>
        <message>
            <source>Uncharged</source>
            <translation>Uncharged</translation>
        </message>
        <message>
            <source>Register book</source>
            <translation>Register book</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>Outgoing documents</source>
            <translation>Outgoing documents</translation>
        </message>
        <message>
            <source>They need you</source>
            <translation>They need you</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Registered</translation>
        </message>
        <message>
            <source>Draft begun</source>
            <translation>Draft begun</translation>
        </message>
        <message>
            <source>Number reserved for the signature</source>
            <translation>Number reserved for the signature</translation>
        </message>
        <message>
            <source>Number given with the final signature</source>
            <translation>Number given with the final signature</translation>
        </message>
        <message>
            <source>File added</source>
            <translation>File added</translation>
        </message>
        <message>
            <source>Form of the file added</source>
            <translation>Form of the file added</translation>
        </message>
        <message>
            <source>File arrived at the server</source>
            <translation>File arrived at the server</translation>
        </message>
        <message>
            <source>File checked by the server</source>
            <translation>File checked by the server</translation>
        </message>
        <message>
            <source>Particulars corrected</source>
            <translation>Particulars corrected</translation>
        </message>
        <message>
            <source>Number cancelled</source>
            <translation>Number cancelled</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>Charged</translation>
        </message>
        <message>
            <source>Taken over</source>
            <translation>Taken over</translation>
        </message>
        <message>
            <source>Charge returned</source>
            <translation>Charge returned</translation>
        </message>
        <message>
            <source>Handling completed</source>
            <translation>Handling completed</translation>
        </message>
        <message>
            <source>Submitted for signature</source>
            <translation>Submitted for signature</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Approved</translation>
        </message>
        <message>
            <source>Approved with objection</source>
            <translation>Approved with objection</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>Sent back</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Access changed</source>
            <translation>Access changed</translation>
        </message>
        <message>
            <source>Organisation founded</source>
            <translation>Organisation founded</translation>
        </message>
        <message>
            <source>Unit defined</source>
            <translation>Unit defined</translation>
        </message>
        <message>
            <source>Person defined</source>
            <translation>Person defined</translation>
        </message>
        <message>
            <source>Certificate registered</source>
            <translation>Certificate registered</translation>
        </message>
        <message>
            <source>Replacement set</source>
            <translation>Replacement set</translation>
        </message>
        <message>
            <source>Policy set</source>
            <translation>Policy set</translation>
        </message>
        <message>
            <source>An act that needs a newer version of the program</source>
            <translation>An act that needs a newer version of the program</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Registration</translation>
        </message>
        <message>
            <source>New draft</source>
            <translation>New draft</translation>
        </message>
        <message>
            <source>Reservation of a number</source>
            <translation>Reservation of a number</translation>
        </message>
        <message>
            <source>Final signature</source>
            <translation>Final signature</translation>
        </message>
        <message>
            <source>Attachment of a file</source>
            <translation>Attachment of a file</translation>
        </message>
        <message>
            <source>Preparation of the file</source>
            <translation>Preparation of the file</translation>
        </message>
        <message>
            <source>Correction of particulars</source>
            <translation>Correction of particulars</translation>
        </message>
        <message>
            <source>Cancellation of the number</source>
            <translation>Cancellation of the number</translation>
        </message>
        <message>
            <source>Charge</source>
            <translation>Charge</translation>
        </message>
        <message>
            <source>Taking over</source>
            <translation>Taking over</translation>
        </message>
        <message>
            <source>Return of the charge</source>
            <translation>Return of the charge</translation>
        </message>
        <message>
            <source>Completion</source>
            <translation>Completion</translation>
        </message>
        <message>
            <source>Submission for signature</source>
            <translation>Submission for signature</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>Approval</translation>
        </message>
        <message>
            <source>Approval with objection</source>
            <translation>Approval with objection</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>Sending back</source>
            <translation>Sending back</translation>
        </message>
        <message>
            <source>Withdrawal</source>
            <translation>Withdrawal</translation>
        </message>
        <message>
            <source>Change of access</source>
            <translation>Change of access</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Sender or recipients</source>
            <translation>Sender or recipients</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>Sheets</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation>Their number</translation>
        </message>
        <message>
            <source>Their date</source>
            <translation>Their date</translation>
        </message>
        <message>
            <source>Place of issue</source>
            <translation>Place of issue</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Due date</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Signatures of the file checked</source>
            <translation>Signatures of the file checked</translation>
        </message>
        <message>
            <source>Finding about the signatures</source>
            <translation>Finding about the signatures</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::AccessForm</name>
        <message>
            <source>Only the persons named here and those who act on it</source>
            <translation>Only the persons named here and those who act on it</translation>
        </message>
        <message>
            <source>Person who may see it</source>
            <translation>Person who may see it</translation>
        </message>
        <message>
            <source>Persons who may see it; Enter takes one out</source>
            <translation>Persons who may see it; Enter takes one out</translation>
        </message>
        <message>
            <source>Enter takes the person out</source>
            <translation>Enter takes the person out</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ActBar</name>
        <message>
            <source>Acts possible now</source>
            <translation>Acts possible now</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>More acts</source>
            <translation>More acts</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ActForm</name>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Close without doing it (Esc)</source>
            <translation>Close without doing it (Esc)</translation>
        </message>
        <message>
            <source>Close without doing it</source>
            <translation>Close without doing it</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ActRunner</name>
        <message numerus="yes">
            <source>%n documents</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Approved</translation>
        </message>
        <message>
            <source>Approved with objection</source>
            <translation>Approved with objection</translation>
        </message>
        <message>
            <source>Sent back to the author</source>
            <translation>Sent back to the author</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Submitted for signature</source>
            <translation>Submitted for signature</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>Charged</translation>
        </message>
        <message>
            <source>Taken over</source>
            <translation>Taken over</translation>
        </message>
        <message>
            <source>Charge returned</source>
            <translation>Charge returned</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completed</translation>
        </message>
        <message>
            <source>Note written</source>
            <translation>Note written</translation>
        </message>
        <message>
            <source>Access changed</source>
            <translation>Access changed</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>Number cancelled</source>
            <translation>Number cancelled</translation>
        </message>
        <message>
            <source>File added</source>
            <translation>File added</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Undone</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::Actions</name>
        <message>
            <source>&amp;Desk</source>
            <translation>&amp;Desk</translation>
        </message>
        <message>
            <source>D&amp;ocument</source>
            <translation>D&amp;ocument</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Appearance</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::AttentionPage</name>
        <message numerus="yes">
            <source>(and %n that depend on it)</source>
            <translation>
                <numerusform>(and %n that depends on it)</numerusform>
                <numerusform>(and %n that depend on it)</numerusform>
            </translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Why it stopped</source>
            <translation>Why it stopped</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Send it once more, after you have mended what was wrong</source>
            <translation>Send it once more, after you have mended what was wrong</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Open the document</translation>
        </message>
        <message>
            <source>Look at the document as it is now</source>
            <translation>Look at the document as it is now</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Dismiss</translation>
        </message>
        <message>
            <source>Give it up; its content stays in the desk's journal</source>
            <translation>Give it up; its content stays in the desk's journal</translation>
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation>Nothing needs you</translation>
        </message>
        <message>
            <source>All that you did has reached the server or is on its way.</source>
            <translation>All that you did has reached the server or is on its way.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchCommon</name>
        <message>
            <source>For all:</source>
            <translation>For all:</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Kind of all documents</source>
            <translation>Kind of all documents</translation>
        </message>
        <message>
            <source>Charge to</source>
            <translation>Charge to</translation>
        </message>
        <message>
            <source>Charge all documents to</source>
            <translation>Charge all documents to</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchGrid</name>
        <message>
            <source>Documents to register</source>
            <translation>Documents to register</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchModel</name>
        <message>
            <source>Common to all</source>
            <translation>Common to all</translation>
        </message>
        <message>
            <source>being registered</source>
            <translation>being registered</translation>
        </message>
        <message>
            <source>waiting for its number</source>
            <translation>waiting for its number</translation>
        </message>
        <message>
            <source>added to %1</source>
            <translation>added to %1</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>left out</translation>
        </message>
        <message>
            <source>bears the label of %1, and is added to it</source>
            <translation>bears the label of %1, and is added to it</translation>
        </message>
        <message>
            <source>Leave it out, or register once more all the same.</source>
            <translation>Leave it out, or register once more all the same.</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message>
            <source>Document %1: %2</source>
            <translation>Document %1: %2</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Charge to</source>
            <translation>Charge to</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BatchPage</name>
        <message>
            <source>Pages still come; then it goes on by itself.</source>
            <translation>Pages still come; then it goes on by itself.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n registered</source>
            <translation>
                <numerusform>%n registered</numerusform>
                <numerusform>%n registered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>%n left</numerusform>
                <numerusform>%n left</numerusform>
            </translation>
        </message>
        <message>
            <source>Register all (%1)</source>
            <translation>Register all (%1)</translation>
        </message>
        <message>
            <source>Number and charge for each of them in one act (Ctrl+Enter)</source>
            <translation>Number and charge for each of them in one act (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Back to the form (Ctrl+Enter)</source>
            <translation>Back to the form (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stop after this one; the others stay as they are</source>
            <translation>Stop after this one; the others stay as they are</translation>
        </message>
        <message>
            <source>One by one</source>
            <translation>One by one</translation>
        </message>
        <message>
            <source>Back to the form, with what is not registered</source>
            <translation>Back to the form, with what is not registered</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::BusyLine</name>
        <message>
            <source>Work in progress</source>
            <translation>Work in progress</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ChainForm</name>
        <message>
            <source>Next person of the chain</source>
            <translation>Next person of the chain</translation>
        </message>
        <message>
            <source>Chain; the last one signs</source>
            <translation>Chain; the last one signs</translation>
        </message>
        <message>
            <source>Earlier in the chain</source>
            <translation>Earlier in the chain</translation>
        </message>
        <message>
            <source>Later in the chain</source>
            <translation>Later in the chain</translation>
        </message>
        <message>
            <source>Take out of the chain</source>
            <translation>Take out of the chain</translation>
        </message>
        <message>
            <source>signs</source>
            <translation>signs</translation>
        </message>
        <message>
            <source>approves</source>
            <translation>approves</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ChargeBox</name>
        <message>
            <source>Charge to</source>
            <translation>Charge to</translation>
        </message>
        <message>
            <source>Purpose of the charge</source>
            <translation>Purpose of the charge</translation>
        </message>
        <message>
            <source>Charge to one more</source>
            <translation>Charge to one more</translation>
        </message>
        <message>
            <source>Charges; Delete takes one off</source>
            <translation>Charges; Delete takes one off</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Due date</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Note to the receiver</source>
            <translation>Note to the receiver</translation>
        </message>
        <message>
            <source>For signature: the head of the unit approves and signs</source>
            <translation>For signature: the head of the unit approves and signs</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ChargeForm</name>
        <message>
            <source>To whom</source>
            <translation>To whom</translation>
        </message>
        <message>
            <source>Purpose of the charge</source>
            <translation>Purpose of the charge</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Due date</translation>
        </message>
        <message>
            <source>due d/m/y</source>
            <translation>due d/m/y</translation>
        </message>
        <message>
            <source>Note to the receiver</source>
            <translation>Note to the receiver</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ConcernBar</name>
        <message>
            <source>Missing: %1.</source>
            <translation>Missing: %1.</translation>
        </message>
        <message>
            <source>Not acceptable: %1.</source>
            <translation>Not acceptable: %1.</translation>
        </message>
        <message>
            <source>It looks registered already: %1</source>
            <translation>It looks registered already: %1</translation>
        </message>
        <message>
            <source>It looks registered already.</source>
            <translation>It looks registered already.</translation>
        </message>
        <message>
            <source>There is no file: only the number will be given.</source>
            <translation>There is no file: only the number will be given.</translation>
        </message>
        <message>
            <source>The unit has no head who could sign.</source>
            <translation>The unit has no head who could sign.</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Open it</translation>
        </message>
        <message>
            <source>Open the document registered already</source>
            <translation>Open the document registered already</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::CopierRow</name>
        <message>
            <source>The copier's folder</source>
            <translation>The copier's folder</translation>
        </message>
        <message>
            <source>none; files that arrive there would be offered for registration</source>
            <translation>none; files that arrive there would be offered for registration</translation>
        </message>
        <message>
            <source>Choose ...</source>
            <translation>Choose ...</translation>
        </message>
        <message>
            <source>Choose the copier's folder</source>
            <translation>Choose the copier's folder</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::CorrectForm</name>
        <message>
            <source>Which particular</source>
            <translation>Which particular</translation>
        </message>
        <message>
            <source>New value</source>
            <translation>New value</translation>
        </message>
        <message>
            <source>Reason of the correction</source>
            <translation>Reason of the correction</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DateField</name>
        <message>
            <source>d/m/y</source>
            <translation>d/m/y</translation>
        </message>
        <message>
            <source>Day and month are enough: 23/11; +5 means in five days</source>
            <translation>Day and month are enough: 23/11; +5 means in five days</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DevicePage</name>
        <message>
            <source>Looking at what signing needs ...</source>
            <translation>Looking at what signing needs ...</translation>
        </message>
        <message>
            <source>All is ready for signing</source>
            <translation>All is ready for signing</translation>
        </message>
        <message>
            <source>Signing is possible; see what needs attention</source>
            <translation>Signing is possible; see what needs attention</translation>
        </message>
        <message>
            <source>Something is in the way of signing with a device</source>
            <translation>Something is in the way of signing with a device</translation>
        </message>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>How it is</source>
            <translation>How it is</translation>
        </message>
        <message>
            <source>What signing needs</source>
            <translation>What signing needs</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Check again</translation>
        </message>
        <message>
            <source>Look at everything again</source>
            <translation>Look at everything again</translation>
        </message>
        <message>
            <source>Copy for support</source>
            <translation>Copy for support</translation>
        </message>
        <message>
            <source>Copies these lines, without any secret, for whoever helps you</source>
            <translation>Copies these lines, without any secret, for whoever helps you</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DocumentPages</name>
        <message>
            <source>Main document</source>
            <translation>Main document</translation>
        </message>
        <message>
            <source>Attachment %1</source>
            <translation>Attachment %1</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>Save a copy</translation>
        </message>
        <message>
            <source>PDF documents (*.pdf);;All files (*)</source>
            <translation>PDF documents (*.pdf);;All files (*)</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Saved: %1</translation>
        </message>
        <message>
            <source>page %1 of %2</source>
            <translation>page %1 of %2</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>not found</translation>
        </message>
        <message>
            <source>%1 of %2 found</source>
            <translation>%1 of %2 found</translation>
        </message>
        <message>
            <source>Which file of the document</source>
            <translation>Which file of the document</translation>
        </message>
        <message>
            <source>Larger (Ctrl++)</source>
            <translation>Larger (Ctrl++)</translation>
        </message>
        <message>
            <source>Smaller (Ctrl+-)</source>
            <translation>Smaller (Ctrl+-)</translation>
        </message>
        <message>
            <source>Whole width or whole page</source>
            <translation>Whole width or whole page</translation>
        </message>
        <message>
            <source>Find in the text (Ctrl+F)</source>
            <translation>Find in the text (Ctrl+F)</translation>
        </message>
        <message>
            <source>Find in the text</source>
            <translation>Find in the text</translation>
        </message>
        <message>
            <source>The file is on its way</source>
            <translation>The file is on its way</translation>
        </message>
        <message>
            <source>It opens by itself when it has come.</source>
            <translation>It opens by itself when it has come.</translation>
        </message>
        <message>
            <source>There is no file here</source>
            <translation>There is no file here</translation>
        </message>
        <message>
            <source>Registered without a file, or nothing is chosen.</source>
            <translation>Registered without a file, or nothing is chosen.</translation>
        </message>
        <message>
            <source>An e-mail message</source>
            <translation>An e-mail message</translation>
        </message>
        <message>
            <source>It has no pages to show here; save a copy to open it.</source>
            <translation>It has no pages to show here; save a copy to open it.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DocumentPanel</name>
        <message>
            <source>Add files</source>
            <translation>Add files</translation>
        </message>
        <message>
            <source>Documents and images (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</source>
            <translation>Documents and images (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</translation>
        </message>
        <message>
            <source>About the document</source>
            <translation>About the document</translation>
        </message>
        <message>
            <source>Particulars</source>
            <translation>Particulars</translation>
        </message>
        <message>
            <source>History</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Signatures (%1)</source>
            <translation>Signatures (%1)</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>Signatures</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DocumentWindow</name>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::DraftsBar</name>
        <message numerus="yes">
            <source>%n form(s) begun and not sent</source>
            <translation>
                <numerusform>%n form begun and not sent</numerusform>
                <numerusform>%n forms begun and not sent</numerusform>
            </translation>
        </message>
        <message>
            <source>(without subject)</source>
            <translation>(without subject)</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Go on with it</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Discard</translation>
        </message>
        <message numerus="yes">
            <source>%n pile(s) scanned and not registered</source>
            <translation>
                <numerusform>%n scan not registered</numerusform>
                <numerusform>%n scans not registered</numerusform>
            </translation>
        </message>
        <message>
            <source>Begun and not finished</source>
            <translation>Begun and not finished</translation>
        </message>
        <message numerus="yes">
            <source>%n scanned page(s)</source>
            <translation>
                <numerusform>%n scanned page</numerusform>
                <numerusform>%n scanned pages</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on with what was begun</source>
            <translation>Go on with what was begun</translation>
        </message>
        <message>
            <source>Discard what was begun</source>
            <translation>Discard what was begun</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ExpiryNotice</name>
        <message>
            <source>What to do</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>Not again today</source>
            <translation>Not again today</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FileWindow</name>
        <message>
            <source>The signed version: %1</source>
            <translation>The signed version: %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FilesPanel</name>
        <message>
            <source>Choose files</source>
            <translation>Choose files</translation>
        </message>
        <message>
            <source>Main document</source>
            <translation>Main document</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>Attachment</translation>
        </message>
        <message>
            <source>scanned pages</source>
            <translation>scanned pages</translation>
        </message>
        <message>
            <source>Choose file</source>
            <translation>Choose file</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Take this file off the form</source>
            <translation>Take this file off the form</translation>
        </message>
        <message>
            <source>Files of the form</source>
            <translation>Files of the form</translation>
        </message>
        <message>
            <source>Drop the letter here</source>
            <translation>Drop the letter here</translation>
        </message>
        <message>
            <source>or choose a file, or scan its pages. The number can also be given first.</source>
            <translation>or choose a file, or scan its pages. The number can also be given first.</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) lay turned and stand upright now; Ctrl+Z among the pages turns back.</source>
            <translation>
                <numerusform>%n page lay turned and stands upright now; Ctrl+Z among the pages turns it back.</numerusform>
                <numerusform>%n pages lay turned and stand upright now; Ctrl+Z among the pages turns them back.</numerusform>
            </translation>
        </message>
        <message>
            <source>PDF, e-mail or images; or drop them here, or paste (Ctrl+O)</source>
            <translation>PDF, e-mail or images; or drop them here, or paste (Ctrl+O)</translation>
        </message>
        <message>
            <source>Documents, e-mail and images (*.pdf *.eml *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</source>
            <translation>Documents, e-mail and images (*.pdf *.eml *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FilterBar</name>
        <message>
            <source>All dates</source>
            <translation>All dates</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>Oldest first</source>
            <translation>Oldest first</translation>
        </message>
        <message>
            <source>By due date</source>
            <translation>By due date</translation>
        </message>
        <message>
            <source>By number</source>
            <translation>By number</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>All units</source>
            <translation>All units</translation>
        </message>
        <message>
            <source>Filter this list: words, number, name</source>
            <translation>Filter this list: words, number, name</translation>
        </message>
        <message>
            <source>Filter this list</source>
            <translation>Filter this list</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Filter by kind</source>
            <translation>Filter by kind</translation>
        </message>
        <message>
            <source>Filter by unit</source>
            <translation>Filter by unit</translation>
        </message>
        <message>
            <source>Filter by date</source>
            <translation>Filter by date</translation>
        </message>
        <message>
            <source>Order of the list</source>
            <translation>Order of the list</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::FormView</name>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Direction</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Recipients</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>Tax number</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation>Their number</translation>
        </message>
        <message>
            <source>of date</source>
            <translation>of date</translation>
        </message>
        <message>
            <source>Date of their document</source>
            <translation>Date of their document</translation>
        </message>
        <message>
            <source>Place of issue</source>
            <translation>Place of issue</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>Sheets</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>Particulars of the document</source>
            <translation>Particulars of the document</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::HistoryList</name>
        <message>
            <source>History of the document</source>
            <translation>History of the document</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Who and why</source>
            <translation>Who and why</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>for %1</translation>
        </message>
        <message>
            <source>not yet sent</source>
            <translation>not yet sent</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::IdentityCard</name>
        <message>
            <source>Particulars and where it is now</source>
            <translation>Particulars and where it is now</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>To</source>
            <translation>To</translation>
        </message>
        <message>
            <source>Copy to</source>
            <translation>Copy to</translation>
        </message>
        <message>
            <source>Their number, date</source>
            <translation>Their number, date</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Addressed to</source>
            <translation>Addressed to</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>Extent</source>
            <translation>Extent</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <translation>
                <numerusform>%n sheet</numerusform>
                <numerusform>%n sheets</numerusform>
            </translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Registered</translation>
        </message>
        <message>
            <source>Restricted to</source>
            <translation>Restricted to</translation>
        </message>
        <message>
            <source>those who act on it</source>
            <translation>those who act on it</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>since %1</translation>
        </message>
        <message>
            <source>Now with</source>
            <translation>Now with</translation>
        </message>
        <message>
            <source>Due date</source>
            <translation>Due date</translation>
        </message>
        <message>
            <source>Note of the charge</source>
            <translation>Note of the charge</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>by %1</translation>
        </message>
        <message>
            <source>Chain</source>
            <translation>Chain</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>%1: «%2» became «%3», %4, %5: %6</source>
            <translation>%1: «%2» became «%3», %4, %5: %6</translation>
        </message>
        <message>
            <source>Number cancelled</source>
            <translation>Number cancelled</translation>
        </message>
        <message>
            <source>Checked on %1</source>
            <translation>Checked on %1</translation>
        </message>
        <message>
            <source>Signatures then</source>
            <translation>Signatures then</translation>
        </message>
        <message>
            <source>Signatures now</source>
            <translation>Signatures now</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::IdentityStrip</name>
        <message>
            <source>Copy the identity line (Ctrl+Shift+C)</source>
            <translation>Copy the identity line (Ctrl+Shift+C)</translation>
        </message>
        <message>
            <source>Copy the identity line</source>
            <translation>Copy the identity line</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>restricted</translation>
        </message>
        <message>
            <source>not yet sent</source>
            <translation>not yet sent</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::KeyHints</name>
        <message>
            <source>Approve</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>Send back, or return the charge</source>
            <translation>Send back, or return the charge</translation>
        </message>
        <message>
            <source>Approve with objection</source>
            <translation>Approve with objection</translation>
        </message>
        <message>
            <source>Charge; then the letters of a unit or a person</source>
            <translation>Charge; then the letters of a unit or a person</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Read on; at the end the next document</source>
            <translation>Read on; at the end the next document</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Arrows</translation>
        </message>
        <message>
            <source>Next and previous document</source>
            <translation>Next and previous document</translation>
        </message>
        <message>
            <source>Shift+Arrows, Ctrl+A</source>
            <translation>Shift+Arrows, Ctrl+A</translation>
        </message>
        <message>
            <source>Select several</source>
            <translation>Select several</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Open in a window of its own</source>
            <translation>Open in a window of its own</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>Next field; takes what type-ahead offers</source>
            <translation>Next field; takes what type-ahead offers</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Back to the list; the form is kept</source>
            <translation>Back to the list; the form is kept</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Open the document</translation>
        </message>
        <message>
            <source>Keys valid here</source>
            <translation>Keys valid here</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>Enter, Tab</source>
            <translation>Enter, Tab</translation>
        </message>
        <message>
            <source>The cell below, the next cell</source>
            <translation>The cell below, the next cell</translation>
        </message>
        <message>
            <source>Ctrl+Down</source>
            <translation>Ctrl+Down</translation>
        </message>
        <message>
            <source>Copy the cell down</source>
            <translation>Copy the cell down</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Empty the cell</source>
            <translation>Empty the cell</translation>
        </message>
        <message>
            <source>In the first column: leave the document out, or take it in again</source>
            <translation>In the first column: leave the document out, or take it in again</translation>
        </message>
        <message>
            <source>Ctrl+Z</source>
            <translation>Ctrl+Z</translation>
        </message>
        <message>
            <source>Undo in the grid</source>
            <translation>Undo in the grid</translation>
        </message>
        <message>
            <source>Among the pages: scan the next</source>
            <translation>Among the pages: scan the next</translation>
        </message>
        <message>
            <source>Turn the page; with Shift the other way</source>
            <translation>Turn the page; with Shift the other way</translation>
        </message>
        <message>
            <source>Leave the page out, or take it in again</source>
            <translation>Leave the page out, or take it in again</translation>
        </message>
        <message>
            <source>A document begins at this page, or does not</source>
            <translation>A document begins at this page, or does not</translation>
        </message>
        <message>
            <source>Delete the page</source>
            <translation>Delete the page</translation>
        </message>
        <message>
            <source>Ctrl+Up, Ctrl+Down</source>
            <translation>Ctrl+Up, Ctrl+Down</translation>
        </message>
        <message>
            <source>Move the page</source>
            <translation>Move the page</translation>
        </message>
        <message>
            <source>Undo among the pages</source>
            <translation>Undo among the pages</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::KeyRow</name>
        <message>
            <source>Choose your key file</source>
            <translation>Choose your key file</translation>
        </message>
        <message>
            <source>Keys (*.p12 *.pfx);;All files (*)</source>
            <translation>Keys (*.p12 *.pfx);;All files (*)</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Signing key</source>
            <translation>Signing key</translation>
        </message>
        <message>
            <source>none: plug in your signing device or add a key file</source>
            <translation>none: plug in your signing device or add a key file</translation>
        </message>
        <message>
            <source>Look for signing devices again</source>
            <translation>Look for signing devices again</translation>
        </message>
        <message>
            <source>Add key file</source>
            <translation>Add key file</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>PIN of the key</source>
            <translation>PIN of the key</translation>
        </message>
        <message>
            <source>looking for keys and devices ...</source>
            <translation>looking for keys and devices ...</translation>
        </message>
        <message>
            <source>Signature PIN</source>
            <translation>Signature PIN</translation>
        </message>
        <message>
            <source>The device's own PIN for signatures</source>
            <translation>The device's own PIN for signatures</translation>
        </message>
        <message>
            <source>This device has, beside its PIN, a second one for signatures</source>
            <translation>This device has, beside its PIN, a second one for signatures</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::LabelBar</name>
        <message>
            <source>The paper bears the label of %1. Ctrl+Enter adds the scan to that document.</source>
            <translation>The paper bears the label of %1. Ctrl+Enter adds the scan to that document.</translation>
        </message>
        <message>
            <source>Register as new</source>
            <translation>Register as new</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ListPage</name>
        <message>
            <source>Nothing fits the filters. Take one away to see more.</source>
            <translation>Nothing fits the filters. Take one away to see more.</translation>
        </message>
        <message>
            <source>All that was charged to you has been settled.</source>
            <translation>All that was charged to you has been settled.</translation>
        </message>
        <message>
            <source>Nothing waits for your approval or signature.</source>
            <translation>Nothing waits for your approval or signature.</translation>
        </message>
        <message>
            <source>Nothing new has been sent to you for information.</source>
            <translation>Nothing new has been sent to you for information.</translation>
        </message>
        <message>
            <source>Every registered document is charged to somebody.</source>
            <translation>Every registered document is charged to somebody.</translation>
        </message>
        <message>
            <source>Begin a draft with F4.</source>
            <translation>Begin a draft with F4.</translation>
        </message>
        <message>
            <source>Nothing has been registered yet. F2 registers an incoming document.</source>
            <translation>Nothing has been registered yet. F2 registers an incoming document.</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Nothing here</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MainWindow</name>
        <message>
            <source>Signed in: %1</source>
            <translation>Signed in: %1</translation>
        </message>
        <message>
            <source>Diakinisi</source>
            <translation>Diakinisi</translation>
        </message>
        <message>
            <source>Diakinisi · %1</source>
            <translation>Diakinisi · %1</translation>
        </message>
        <message>
            <source>Not possible now: %1</source>
            <translation>Not possible now: %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MarkBox</name>
        <message>
            <source>Choose emblem or written signature</source>
            <translation>Choose emblem or written signature</translation>
        </message>
        <message>
            <source>Images (*.png *.jpg *.jpeg);;All files (*)</source>
            <translation>Images (*.png *.jpg *.jpeg);;All files (*)</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>By order of the Mayor</source>
            <translation>By order of the Mayor</translation>
        </message>
        <message>
            <source>By order of the Mayor, %1</source>
            <translation>By order of the Mayor, %1</translation>
        </message>
        <message>
            <source>The mark on the page</source>
            <translation>The mark on the page</translation>
        </message>
        <message>
            <source>where you put it</source>
            <translation>where you put it</translation>
        </message>
        <message>
            <source>in the file's own signature field</source>
            <translation>in the file's own signature field</translation>
        </message>
        <message>
            <source>no free spot was found: it covers text</source>
            <translation>no free spot was found: it covers text</translation>
        </message>
        <message>
            <source>placed by itself</source>
            <translation>placed by itself</translation>
        </message>
        <message>
            <source>page </source>
            <translation>page </translation>
        </message>
        <message>
            <source>Page of the mark</source>
            <translation>Page of the mark</translation>
        </message>
        <message>
            <source>By itself</source>
            <translation>By itself</translation>
        </message>
        <message>
            <source>Let the place be found (Home)</source>
            <translation>Let the place be found (Home)</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Reason on the mark</source>
            <translation>Reason on the mark</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Place on the mark</source>
            <translation>Place on the mark</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>Emblem or written signature, beside the text</source>
            <translation>Emblem or written signature, beside the text</translation>
        </message>
        <message>
            <source>Image on the mark: %1</source>
            <translation>Image on the mark: %1</translation>
        </message>
        <message>
            <source>Without image</source>
            <translation>Without image</translation>
        </message>
        <message>
            <source>QR code</source>
            <translation>QR code</translation>
        </message>
        <message>
            <source>With number, date and organisation, to be read by a telephone</source>
            <translation>With number, date and organisation, to be read by a telephone</translation>
        </message>
        <message>
            <source>QR code on the mark</source>
            <translation>QR code on the mark</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>optional</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MarkView</name>
        <message>
            <source>The page with the mark</source>
            <translation>The page with the mark</translation>
        </message>
        <message>
            <source>Draw its place with the mouse, or move it with the arrows; Shift and the arrows change its size, Home lets the place be found</source>
            <translation>Draw its place with the mouse, or move it with the arrows; Shift and the arrows change its size, Home lets the place be found</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation>Close the message</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Technical details of the error</source>
            <translation>Technical details of the error</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::Navigation</name>
        <message>
            <source>Lists</source>
            <translation>Lists</translation>
        </message>
        <message>
            <source>DESK</source>
            <translation>DESK</translation>
        </message>
        <message>
            <source>REGISTER</source>
            <translation>REGISTER</translation>
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
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::NumberPanel</name>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>An empty form for the next one (Enter)</source>
            <translation>An empty form for the next one (Enter)</translation>
        </message>
        <message>
            <source>Copy number</source>
            <translation>Copy number</translation>
        </message>
        <message>
            <source>Put the number on the clipboard</source>
            <translation>Put the number on the clipboard</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Open the document</translation>
        </message>
        <message>
            <source>Register number</source>
            <translation>Register number</translation>
        </message>
        <message>
            <source>Kept on this desk</source>
            <translation>Kept on this desk</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>waiting</translation>
        </message>
        <message>
            <source>The number comes as soon as the server answers and is shown here. Nothing is lost; go on with the next.</source>
            <translation>The number comes as soon as the server answers and is shown here. Nothing is lost; go on with the next.</translation>
        </message>
        <message>
            <source>Draft saved</source>
            <translation>Draft saved</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>It takes its number with the final signature. Open it to submit it for signature.</source>
            <translation>It takes its number with the final signature. Open it to submit it for signature.</translation>
        </message>
        <message>
            <source>Pages again</source>
            <translation>Pages again</translation>
        </message>
        <message>
            <source>Put the scanned pages back onto the table, for another document</source>
            <translation>Put the scanned pages back onto the table, for another document</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::OutcomePage</name>
        <message>
            <source>waits</source>
            <translation>waits</translation>
        </message>
        <message>
            <source>signed; its timestamp comes later by itself</source>
            <translation>signed; its timestamp comes later by itself</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>signed</translation>
        </message>
        <message>
            <source>not signed</source>
            <translation>not signed</translation>
        </message>
        <message>
            <source>Stopping after the running document ...</source>
            <translation>Stopping after the running document ...</translation>
        </message>
        <message>
            <source>Signing %1 of %2 ...</source>
            <translation>Signing %1 of %2 ...</translation>
        </message>
        <message numerus="yes">
            <source>%n signed</source>
            <translation>
                <numerusform>%n signed</numerusform>
                <numerusform>%n signed</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 signed, %2 not</source>
            <translation>%1 signed, %2 not</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>What became of each</source>
            <translation>What became of each</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stop after the running document</source>
            <translation>Stop after the running document</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>The rest again</source>
            <translation>The rest again</translation>
        </message>
        <message>
            <source>The device has a PIN of its own for signatures and did not accept this one. It was tried once only; press «The rest again» and type the signature PIN.</source>
            <translation>The device has a PIN of its own for signatures and did not accept this one. It was tried once only; press «The rest again» and type the signature PIN.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::OwedPanel</name>
        <message>
            <source>Comes after the others have signed</source>
            <translation>Comes after the others have signed</translation>
        </message>
        <message>
            <source>Not tried yet since the program started</source>
            <translation>Not tried yet since the program started</translation>
        </message>
        <message>
            <source>Signatures whose timestamp or long-term data is still to come</source>
            <translation>Signatures whose timestamp or long-term data is still to come</translation>
        </message>
        <message>
            <source>They are valid and have been sent. What is missing is tried again by itself while this program is open; you need do nothing.</source>
            <translation>They are valid and have been sent. What is missing is tried again by itself while this program is open; you need do nothing.</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>How it stands</source>
            <translation>How it stands</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Try now</translation>
        </message>
        <message>
            <source>Ask the authorities at once instead of waiting for the next try</source>
            <translation>Ask the authorities at once instead of waiting for the next try</translation>
        </message>
        <message>
            <source>Open its document</source>
            <translation>Open its document</translation>
        </message>
        <message>
            <source>Look at the document as it is now</source>
            <translation>Look at the document as it is now</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PageStrip</name>
        <message>
            <source>Document %1</source>
            <translation>Document %1</translation>
        </message>
        <message>
            <source>blank</source>
            <translation>blank</translation>
        </message>
        <message>
            <source>out</source>
            <translation>out</translation>
        </message>
        <message>
            <source>Pages of the pile</source>
            <translation>Pages of the pile</translation>
        </message>
        <message>
            <source>Turn right</source>
            <translation>Turn right</translation>
        </message>
        <message>
            <source>R</source>
            <translation>R</translation>
        </message>
        <message>
            <source>Turn left</source>
            <translation>Turn left</translation>
        </message>
        <message>
            <source>Shift+R</source>
            <translation>Shift+R</translation>
        </message>
        <message>
            <source>Left out, or in again</source>
            <translation>Left out, or in again</translation>
        </message>
        <message>
            <source>L</source>
            <translation>L</translation>
        </message>
        <message>
            <source>A document begins here, or not</source>
            <translation>A document begins here, or not</translation>
        </message>
        <message>
            <source>S</source>
            <translation>S</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
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
            <translation>Page %1</translation>
        </message>
        <message>
            <source>blank, left out</source>
            <translation>blank, left out</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>left out</translation>
        </message>
        <message>
            <source>document %1 begins</source>
            <translation>document %1 begins</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PageView</name>
        <message>
            <source>Pages of the document</source>
            <translation>Pages of the document</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PaperBox</name>
        <message>
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <source>Print the label for the paper (Ctrl+P)</source>
            <translation>Print the label for the paper (Ctrl+P)</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Print a receipt for whoever brought it</source>
            <translation>Print a receipt for whoever brought it</translation>
        </message>
        <message>
            <source>Label of %1</source>
            <translation>Label of %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PartiesBox</name>
        <message>
            <source>COPY</source>
            <translation>COPY</translation>
        </message>
        <message>
            <source>TO</source>
            <translation>TO</translation>
        </message>
        <message>
            <source>Kind of recipient</source>
            <translation>Kind of recipient</translation>
        </message>
        <message>
            <source>Kind of sender</source>
            <translation>Kind of sender</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>Recipient</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>Name; Enter adds it</source>
            <translation>Name; Enter adds it</translation>
        </message>
        <message>
            <source>Name; those used before are offered</source>
            <translation>Name; those used before are offered</translation>
        </message>
        <message>
            <source>Add as recipient (Enter)</source>
            <translation>Add as recipient (Enter)</translation>
        </message>
        <message>
            <source>Add as recipient</source>
            <translation>Add as recipient</translation>
        </message>
        <message>
            <source>Add as receiver of a copy</source>
            <translation>Add as receiver of a copy</translation>
        </message>
        <message>
            <source>Recipients; Delete takes one off</source>
            <translation>Recipients; Delete takes one off</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::PlanView</name>
        <message>
            <source>set aside: %1</source>
            <translation>set aside: %1</translation>
        </message>
        <message>
            <source>seen</source>
            <translation>seen</translation>
        </message>
        <message>
            <source>not seen on this desk</source>
            <translation>not seen on this desk</translation>
        </message>
        <message>
            <source>takes its number now</source>
            <translation>takes its number now</translation>
        </message>
        <message numerus="yes">
            <source>You will sign %n document(s)</source>
            <translation>
                <numerusform>You will sign %n document</numerusform>
                <numerusform>You will sign %n documents</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 seen, %2 not</source>
            <translation>%1 seen, %2 not</translation>
        </message>
        <message numerus="yes">
            <source>%n set aside</source>
            <translation>
                <numerusform>%n set aside</numerusform>
                <numerusform>%n set aside</numerusform>
            </translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Documents to sign</source>
            <translation>Documents to sign</translation>
        </message>
        <message>
            <source>All (%1)</source>
            <translation>All (%1)</translation>
        </message>
        <message>
            <source>Only those seen (%1)</source>
            <translation>Only those seen (%1)</translation>
        </message>
        <message>
            <source>One by one</source>
            <translation>One by one</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ReadingMarks</name>
        <message>
            <source>page %1</source>
            <translation>page %1</translation>
        </message>
        <message>
            <source>Read from the letter, %1; sure</source>
            <translation>Read from the letter, %1; sure</translation>
        </message>
        <message>
            <source>Read from the letter, %1; not sure, please look</source>
            <translation>Read from the letter, %1; not sure, please look</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ReasonForm</name>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Write in a few words; it stays in the history</source>
            <translation>Write in a few words; it stays in the history</translation>
        </message>
        <message>
            <source>Optional: how it was settled</source>
            <translation>Optional: how it was settled</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::RegisterPage</name>
        <message>
            <source>Reply: %1</source>
            <translation>Reply: %1</translation>
        </message>
        <message>
            <source>kept as typed</source>
            <translation>kept as typed</translation>
        </message>
        <message>
            <source>Not charged yet</source>
            <translation>Not charged yet</translation>
        </message>
        <message>
            <source>Charged to: %1</source>
            <translation>Charged to: %1</translation>
        </message>
        <message>
            <source>New draft</source>
            <translation>New draft</translation>
        </message>
        <message>
            <source>Citizen's request</source>
            <translation>Citizen's request</translation>
        </message>
        <message>
            <source>Incoming document</source>
            <translation>Incoming document</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>Save draft</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>Save the draft; it takes its number with the final signature (Ctrl+Enter)</source>
            <translation>Save the draft; it takes its number with the final signature (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Number, charge and note in one act (Ctrl+Enter)</source>
            <translation>Number, charge and note in one act (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Number now</source>
            <translation>Number now</translation>
        </message>
        <message>
            <source>Register at once, for a document that was signed on paper</source>
            <translation>Register at once, for a document that was signed on paper</translation>
        </message>
        <message>
            <source>As before</source>
            <translation>As before</translation>
        </message>
        <message>
            <source>Sender, kind and charge of the last one (Ctrl+D)</source>
            <translation>Sender, kind and charge of the last one (Ctrl+D)</translation>
        </message>
        <message>
            <source>A file is still being taken in; then it goes on by itself.</source>
            <translation>A file is still being taken in; then it goes on by itself.</translation>
        </message>
        <message>
            <source>Not sent, since a file could not be taken in: see beside the pages.</source>
            <translation>Not sent, since a file could not be taken in: see beside the pages.</translation>
        </message>
        <message>
            <source>The scan was added to its document.</source>
            <translation>The scan was added to its document.</translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) lie here.</source>
            <translation>
                <numerusform>%n document lies here.</numerusform>
                <numerusform>%n documents lie here.</numerusform>
            </translation>
        </message>
        <message>
            <source>Register them together</source>
            <translation>Register them together</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) came together.</source>
            <translation>
                <numerusform>%n file came.</numerusform>
                <numerusform>%n files came together.</numerusform>
            </translation>
        </message>
        <message>
            <source>Each a document of its own</source>
            <translation>Each a document of its own</translation>
        </message>
        <message>
            <source>Onto this form</source>
            <translation>Onto this form</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Later</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) came from the copier.</source>
            <translation>
                <numerusform>%n file came from the copier.</numerusform>
                <numerusform>%n files came from the copier.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ScanBar</name>
        <message>
            <source>Glass, gray</source>
            <translation>Glass, gray</translation>
        </message>
        <message>
            <source>Feeder, gray, one side</source>
            <translation>Feeder, gray, one side</translation>
        </message>
        <message>
            <source>Feeder, gray, both sides</source>
            <translation>Feeder, gray, both sides</translation>
        </message>
        <message>
            <source>Glass, colour</source>
            <translation>Glass, colour</translation>
        </message>
        <message>
            <source>Scan the backs</source>
            <translation>Scan the backs</translation>
        </message>
        <message>
            <source>Turn the pile over as it lies in the tray (Ctrl+L)</source>
            <translation>Turn the pile over as it lies in the tray (Ctrl+L)</translation>
        </message>
        <message>
            <source>Go on from page %1</source>
            <translation>Go on from page %1</translation>
        </message>
        <message>
            <source>Behind the pages that are here (Ctrl+L)</source>
            <translation>Behind the pages that are here (Ctrl+L)</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>Scan</translation>
        </message>
        <message>
            <source>Scan with this profile (Ctrl+L, or Space among the pages)</source>
            <translation>Scan with this profile (Ctrl+L, or Space among the pages)</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stop scanning; the pages that came stay</source>
            <translation>Stop scanning; the pages that came stay</translation>
        </message>
        <message>
            <source>Scan profile</source>
            <translation>Scan profile</translation>
        </message>
        <message>
            <source>Scan options</source>
            <translation>Scan options</translation>
        </message>
        <message numerus="yes">
            <source>Scanning; %n page(s) here</source>
            <translation>
                <numerusform>Scanning; %n page here</numerusform>
                <numerusform>Scanning; %n pages here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n front(s) here. Turn the pile over.</source>
            <translation>
                <numerusform>%n front here. Turn the pile over.</numerusform>
                <numerusform>%n fronts here. Turn the pile over.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) here are safe.</source>
            <translation>
                <numerusform>%n page here are safe.</numerusform>
                <numerusform>%n pages here are safe.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::ScanOptions</name>
        <message>
            <source>Glass</source>
            <translation>Glass</translation>
        </message>
        <message>
            <source>Feeder, one side</source>
            <translation>Feeder, one side</translation>
        </message>
        <message>
            <source>Feeder, both sides</source>
            <translation>Feeder, both sides</translation>
        </message>
        <message>
            <source>Feeder, both sides by turning the pile</source>
            <translation>Feeder, both sides by turning the pile</translation>
        </message>
        <message>
            <source>Gray</source>
            <translation>Gray</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Colour</translation>
        </message>
        <message>
            <source>Black and white</source>
            <translation>Black and white</translation>
        </message>
        <message>
            <source>%1 dpi</source>
            <translation>%1 dpi</translation>
        </message>
        <message>
            <source>One document</source>
            <translation>One document</translation>
        </message>
        <message>
            <source>Split at blank sheets</source>
            <translation>Split at blank sheets</translation>
        </message>
        <message>
            <source>Split at barcodes</source>
            <translation>Split at barcodes</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>Scanner</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Resolution</translation>
        </message>
        <message>
            <source>Pile</source>
            <translation>Pile</translation>
        </message>
        <message>
            <source>Keep as</source>
            <translation>Keep as</translation>
        </message>
        <message>
            <source>Leave blank pages out</source>
            <translation>Leave blank pages out</translation>
        </message>
        <message>
            <source>Name of a profile</source>
            <translation>Name of a profile</translation>
        </message>
        <message>
            <source>Keep profile</source>
            <translation>Keep profile</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SearchBox</name>
        <message>
            <source>Search results</source>
            <translation>Search results</translation>
        </message>
        <message>
            <source>Nothing found on this desk</source>
            <translation>Nothing found on this desk</translation>
        </message>
        <message>
            <source>Number, or number/year</source>
            <translation>Number, or number/year</translation>
        </message>
        <message>
            <source>Search: words, number, name (Ctrl+K)</source>
            <translation>Search: words, number, name (Ctrl+K)</translation>
        </message>
        <message>
            <source>Go to number</source>
            <translation>Go to number</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>The size of letters follows the system's setting (100 % to 200 %).</source>
            <translation>The size of letters follows the system's setting (100 % to 200 %).</translation>
        </message>
        <message>
            <source>Signed in: %1 (%2)
%3</source>
            <translation>Signed in: %1 (%2)
%3</translation>
        </message>
        <message>
            <source>Server: %1, %2
%3</source>
            <translation>Server: %1, %2
%3</translation>
        </message>
        <message>
            <source>Signing keys: none; one is added when you sign</source>
            <translation>Signing keys: none; one is added when you sign</translation>
        </message>
        <message>
            <source>Signing keys: %1</source>
            <translation>Signing keys: %1</translation>
        </message>
        <message>
            <source>Diakinisi %1, electronic circulation of documents. Free software under the EUPL 1.2.</source>
            <translation>Diakinisi %1, electronic circulation of documents. Free software under the EUPL 1.2.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>General</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Signing device</source>
            <translation>Signing device</translation>
        </message>
        <message>
            <source>Copier's folder</source>
            <translation>Copier's folder</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignInWindow</name>
        <message>
            <source>Diakinisi: sign in</source>
            <translation>Diakinisi: sign in</translation>
        </message>
        <message>
            <source>Diakinisi</source>
            <translation>Diakinisi</translation>
        </message>
        <message>
            <source>Electronic circulation of documents</source>
            <translation>Electronic circulation of documents</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>diakinisi.municipality.gr</source>
            <translation>diakinisi.municipality.gr</translation>
        </message>
        <message>
            <source>Server's address</source>
            <translation>Server's address</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>User name</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Is this the right server?</source>
            <translation>Is this the right server?</translation>
        </message>
        <message>
            <source>This desk meets it for the first time%1. Compare the fingerprint with the one that IT has given you; nothing has been sent yet.</source>
            <translation>This desk meets it for the first time%1. Compare the fingerprint with the one that IT has given you; nothing has been sent yet.</translation>
        </message>
        <message>
            <source>Fingerprint of the server's certificate</source>
            <translation>Fingerprint of the server's certificate</translation>
        </message>
        <message>
            <source>It is the same: go on</source>
            <translation>It is the same: go on</translation>
        </message>
        <message>
            <source>It is not: stop</source>
            <translation>It is not: stop</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignatureCard</name>
        <message>
            <source>Unknown signer</source>
            <translation>Unknown signer</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <source>The signed version</source>
            <translation>The signed version</translation>
        </message>
        <message>
            <source>Opens what this signature covers, as a file of its own</source>
            <translation>Opens what this signature covers, as a file of its own</translation>
        </message>
        <message>
            <source>Hide the evidence</source>
            <translation>Hide the evidence</translation>
        </message>
        <message>
            <source>Show the evidence</source>
            <translation>Show the evidence</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignatureList</name>
        <message>
            <source>Signatures</source>
            <translation>Signatures</translation>
        </message>
        <message>
            <source>The file carries no digital signature.</source>
            <translation>The file carries no digital signature.</translation>
        </message>
        <message>
            <source>%1 of %2:</source>
            <translation>%1 of %2:</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Saves verdict and evidence as a PDF, to print or to keep</source>
            <translation>Saves verdict and evidence as a PDF, to print or to keep</translation>
        </message>
        <message>
            <source>Save a report of the check</source>
            <translation>Save a report of the check</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Check again</translation>
        </message>
        <message>
            <source>Check the signatures again</source>
            <translation>Check the signatures again</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Saved: %1</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Save the report</translation>
        </message>
        <message>
            <source>PDF documents (*.pdf);;All files (*)</source>
            <translation>PDF documents (*.pdf);;All files (*)</translation>
        </message>
        <message>
            <source>signature check of %1</source>
            <translation>signature check of %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SignatureNote</name>
        <message>
            <source>Unknown signer</source>
            <translation>Unknown signer</translation>
        </message>
        <message>
            <source>The document can be registered as it is; the finding is kept with it.</source>
            <translation>The document can be registered as it is; the finding is kept with it.</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SigningDialog</name>
        <message>
            <source>Type the PIN of the key first, then choose its file.</source>
            <translation>Type the PIN of the key first, then choose its file.</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::StatusStrip</name>
        <message numerus="yes">
            <source>%n waiting to be sent</source>
            <translation>
                <numerusform>%n waiting to be sent</numerusform>
                <numerusform>%n waiting to be sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) on their way</source>
            <translation>
                <numerusform>%n file on its way</numerusform>
                <numerusform>%n files on their way</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>this computer's clock is off by %n minute(s)</source>
            <translation>
                <numerusform>this computer's clock is off by %n minute</numerusform>
                <numerusform>this computer's clock is off by %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Sign in again</translation>
        </message>
        <message>
            <source>Update now</source>
            <translation>Update now</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::SuggestionBar</name>
        <message>
            <source>as in %1 of %2 earlier ones</source>
            <translation>as in %1 of %2 earlier ones</translation>
        </message>
        <message>
            <source>Suggested charges</source>
            <translation>Suggested charges</translation>
        </message>
        <message>
            <source>Charge it to %1</source>
            <translation>Charge it to %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::TargetField</name>
        <message>
            <source>Letters of the name</source>
            <translation>Letters of the name</translation>
        </message>
        <message>
            <source>Letters of the unit's code or of a name</source>
            <translation>Letters of the unit's code or of a name</translation>
        </message>
        <message>
            <source>absent, replaced by %1</source>
            <translation>absent, replaced by %1</translation>
        </message>
    </context>
    <context>
        <name>diakinisi::ui::UndoBar</name>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Undo (Ctrl+Z)</translation>
        </message>
    </context>
</TS>

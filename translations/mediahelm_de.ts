<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CheckWords</name>
    <message>
        <source>Looking at this machine…</source>
        <translation>Dieser Rechner wird angesehen…</translation>
    </message>
    <message>
        <source>This machine was not looked at: %1</source>
        <translation>Dieser Rechner wurde nicht angesehen: %1</translation>
    </message>
    <message>
        <source>This machine: %1</source>
        <comment>an age</comment>
        <translation>Dieser Rechner: %1</translation>
    </message>
    <message>
        <source>Asking docker compose…</source>
        <translation>docker compose wird gefragt…</translation>
    </message>
    <message>
        <source>docker compose was not asked: %1</source>
        <translation>docker compose wurde nicht gefragt: %1</translation>
    </message>
    <message>
        <source>docker compose: %1, before what is not saved</source>
        <comment>an age</comment>
        <translation>docker compose: %1, vor dem, was nicht gespeichert ist</translation>
    </message>
    <message>
        <source>docker compose: %1</source>
        <comment>an age</comment>
        <translation>docker compose: %1</translation>
    </message>
</context>
<context>
    <name>ConnectionProblem</name>
    <message>
        <source>The host cannot be reached.</source>
        <translation>Der Host ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Check that the machine is on, that its name is right, and that this machine has network.</source>
        <translation>Prüfen Sie, ob der Rechner an ist, ob sein Name stimmt und ob dieser Rechner Netz hat.</translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation>Die Verbindung wurde abgewiesen.</translation>
    </message>
    <message>
        <source>Check that the Docker engine is running (for SSH: that sshd listens on this port).</source>
        <translation>Prüfen Sie, ob die Docker-Engine läuft (bei SSH: ob sshd auf diesem Port lauscht).</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>The host may be overloaded or asleep, or a firewall may drop the connection.</source>
        <translation>Vielleicht ist der Host überlastet oder schläft, oder eine Firewall verwirft die Verbindung.</translation>
    </message>
    <message>
        <source>The user has no permission on the engine&apos;s socket.</source>
        <translation>Der Benutzer darf nicht auf den Socket der Engine zugreifen.</translation>
    </message>
    <message>
        <source>Add the user to the group docker (sudo usermod -aG docker USER) and log in again. Members of that group are as powerful as root.</source>
        <translation>Nehmen Sie den Benutzer in die Gruppe docker auf (sudo usermod -aG docker USER) und melden Sie sich neu an. Wer in dieser Gruppe ist, ist so mächtig wie root.</translation>
    </message>
    <message>
        <source>There is no Docker engine there.</source>
        <translation>Dort gibt es keine Docker-Engine.</translation>
    </message>
    <message>
        <source>Install Docker or start it (sudo systemctl start docker), or name its socket in the host&apos;s settings.</source>
        <translation>Installieren oder starten Sie Docker (sudo systemctl start docker), oder geben Sie seinen Socket in den Einstellungen des Hosts an.</translation>
    </message>
    <message>
        <source>The engine is too old.</source>
        <translation>Die Engine ist zu alt.</translation>
    </message>
    <message>
        <source>Update Docker there to 1.12 or newer (Engine API 1.24).</source>
        <translation>Bringen Sie Docker dort auf 1.12 oder neuer (Engine-API 1.24).</translation>
    </message>
    <message>
        <source>What answers there is not a Docker engine.</source>
        <translation>Was dort antwortet, ist keine Docker-Engine.</translation>
    </message>
    <message>
        <source>Check the address and the socket in the host&apos;s settings.</source>
        <translation>Prüfen Sie Adresse und Socket in den Einstellungen des Hosts.</translation>
    </message>
    <message>
        <source>SSH did not accept the user, key or password.</source>
        <translation>SSH hat Benutzer, Schlüssel oder Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>Check that &apos;ssh USER@HOST&apos; works in a terminal (ssh-copy-id installs a key), then connect again.</source>
        <translation>Prüfen Sie, ob „ssh USER@HOST“ in einem Terminal gelingt (ssh-copy-id hinterlegt einen Schlüssel), und verbinden Sie dann neu.</translation>
    </message>
    <message>
        <source>The host key has not been confirmed.</source>
        <translation>Der Schlüssel des Hosts ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>Connect again and compare the fingerprint, or run &apos;ssh USER@HOST&apos; once in a terminal.</source>
        <translation>Verbinden Sie neu und vergleichen Sie den Fingerabdruck, oder rufen Sie „ssh USER@HOST“ einmal in einem Terminal auf.</translation>
    </message>
    <message>
        <source>The host key has changed.</source>
        <translation>Der Schlüssel des Hosts hat sich geändert.</translation>
    </message>
    <message>
        <source>Somebody may be listening in, or the machine was installed anew. Only if you know why it changed: remove the old key with &apos;ssh-keygen -R HOST&apos; and connect again.</source>
        <translation>Vielleicht hört jemand mit, oder der Rechner wurde neu eingerichtet. Nur wenn Sie den Grund der Änderung kennen: Entfernen Sie den alten Schlüssel mit „ssh-keygen -R HOST“ und verbinden Sie neu.</translation>
    </message>
    <message>
        <source>SSH asks for a password or passphrase.</source>
        <translation>SSH fragt nach einem Passwort oder einer Passphrase.</translation>
    </message>
    <message>
        <source>Without a window nobody can be asked: use a key without passphrase or an ssh-agent for this host.</source>
        <translation>Ohne Fenster kann niemand gefragt werden: Verwenden Sie für diesen Host einen Schlüssel ohne Passphrase oder einen ssh-agent.</translation>
    </message>
    <message>
        <source>The address is not valid.</source>
        <translation>Die Adresse ist nicht gültig.</translation>
    </message>
    <message>
        <source>Correct the address in the host&apos;s settings.</source>
        <translation>Berichtigen Sie die Adresse in den Einstellungen des Hosts.</translation>
    </message>
    <message>
        <source>The OpenSSH client is not installed on this machine.</source>
        <translation>Auf diesem Rechner ist das Programm ssh (OpenSSH) nicht installiert.</translation>
    </message>
    <message>
        <source>Install it (sudo apt install openssh-client) and connect again.</source>
        <translation>Installieren Sie es (sudo apt install openssh-client) und verbinden Sie neu.</translation>
    </message>
    <message>
        <source>The SSH server there does not allow forwarding of sockets.</source>
        <translation>Der SSH-Server dort erlaubt keine Weiterleitung von Sockets.</translation>
    </message>
    <message>
        <source>Set &apos;AllowStreamLocalForwarding yes&apos; in its sshd_config and reload sshd.</source>
        <translation>Setzen Sie „AllowStreamLocalForwarding yes“ in seiner sshd_config und laden Sie sshd neu.</translation>
    </message>
    <message>
        <source>Disconnected.</source>
        <translation>Getrennt.</translation>
    </message>
    <message>
        <source>Connect when you want to see the host again.</source>
        <translation>Verbinden Sie, wenn Sie den Host wieder sehen wollen.</translation>
    </message>
</context>
<context>
    <name>ConnectionStages</name>
    <message>
        <source>Reach the host</source>
        <translation>Den Host erreichen</translation>
    </message>
    <message>
        <source>Recognise its host key</source>
        <translation>Seinen Schlüssel erkennen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Open the engine&apos;s socket</source>
        <translation>Den Socket der Engine öffnen</translation>
    </message>
    <message>
        <source>Speak with the engine</source>
        <translation>Mit der Engine sprechen</translation>
    </message>
</context>
<context>
    <name>DeploymentWords</name>
    <message>
        <source>the workspace</source>
        <translation>der Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>service, container</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Its health check said:</source>
        <translation>Seine Gesundheitsprüfung sagte:</translation>
    </message>
    <message>
        <source>The last lines of its log:</source>
        <translation>Die letzten Zeilen seines Protokolls:</translation>
    </message>
    <message>
        <source>Rolling back %1</source>
        <translation>%1 wird zurückgerollt</translation>
    </message>
    <message>
        <source>Applying %1</source>
        <translation>%1 wird angewendet</translation>
    </message>
    <message>
        <source>Finishing what was interrupted in %1</source>
        <translation>Unterbrochenes in %1 wird beendet</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>stage, services that are up, all</comment>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what is deployed, its stage</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: nothing was deployed</source>
        <translation>%1: Nichts wurde angewendet</translation>
    </message>
    <message>
        <source>%1 is rolled back and healthy</source>
        <translation>%1 ist zurückgerollt und gesund</translation>
    </message>
    <message>
        <source>%1 is applied and healthy</source>
        <translation>%1 ist angewendet und gesund</translation>
    </message>
    <message>
        <source>%1 was put back</source>
        <translation>%1 wurde zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 was put back to revision %2</source>
        <translation>%1 wurde auf Revision %2 zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 did not come up, and was put back to revision %2</source>
        <translation>%1 kam nicht hoch und wurde auf Revision %2 zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 did not come up</source>
        <translation>%1 kam nicht hoch</translation>
    </message>
    <message>
        <source>The deployment of %1 was cancelled</source>
        <translation>Das Anwenden von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Mend what is named here, then try again.</source>
        <translation>Das hier Genannte beheben, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The files are those of that revision again; what was tried is kept among the revisions. Look at what failed, mend it, and apply again.</source>
        <translation>Die Dateien sind wieder die jener Revision; was versucht wurde, steht unter den Revisionen. Ansehen, was fehlschlug, es beheben und erneut anwenden.</translation>
    </message>
    <message>
        <source>The containers are as the deployment left them. Mend what failed and apply again, or roll back to a revision that was healthy.</source>
        <translation>Die Container sind so, wie das Anwenden sie hinterließ. Beheben, was fehlschlug, und erneut anwenden, oder auf eine Revision zurückrollen, die gesund war.</translation>
    </message>
    <message>
        <source>What was done until then is left as it is. Apply again, or roll back to a revision that was healthy.</source>
        <translation>Was bis dahin geschah, bleibt, wie es ist. Erneut anwenden oder auf eine Revision zurückrollen, die gesund war.</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>Begun %1, ended %2</source>
        <translation>Begonnen %1, beendet %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>stage, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Log:</source>
        <translation>Protokoll:</translation>
    </message>
    <message>
        <source>The machine may be busy. Try again.</source>
        <translation>Vielleicht ist der Rechner ausgelastet. Erneut versuchen.</translation>
    </message>
    <message>
        <source>Start Docker on this machine, then try again.</source>
        <translation>Docker auf diesem Rechner starten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Mend what is named, or check the rights of this user.</source>
        <translation>Das Genannte beheben oder die Rechte dieses Benutzers prüfen.</translation>
    </message>
    <message>
        <source>Wait until the other one has ended, then try again.</source>
        <translation>Warten, bis das andere beendet ist, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Mend it in Configuration, whose problems name the place.</source>
        <translation>Es unter Konfiguration beheben; die Probleme dort nennen die Stelle.</translation>
    </message>
    <message>
        <source>Update Docker and Docker Compose.</source>
        <translation>Docker und Docker Compose aktualisieren.</translation>
    </message>
    <message>
        <source>Check free disk space and the rights of the folder.</source>
        <translation>Freien Speicherplatz und die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Create</source>
        <comment>stage</comment>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>stage</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Restore files</source>
        <translation>Dateien zurück</translation>
    </message>
    <message>
        <source>Recreate</source>
        <comment>stage</comment>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Health again</source>
        <translation>Gesundheit danach</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Still starting</source>
        <translation>Startet noch</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not touched</source>
        <translation>Unberührt</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Nicht gesund</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Save point</source>
        <translation>Sicherungspunkt</translation>
    </message>
    <message>
        <source>Changed outside</source>
        <translation>Außerhalb geändert</translation>
    </message>
    <message>
        <source>Roll-back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>By git</source>
        <translation>Mit git</translation>
    </message>
</context>
<context>
    <name>EditorActions</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Alles speichern</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>In dieser Datei suchen</translation>
    </message>
    <message>
        <source>Replace in this file</source>
        <translation>In dieser Datei ersetzen</translation>
    </message>
    <message>
        <source>Find in all files</source>
        <translation>In allen Dateien suchen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vervollständigen</translation>
    </message>
    <message>
        <source>Explain what stands here</source>
        <translation>Erklären, was hier steht</translation>
    </message>
    <message>
        <source>Go to the definition</source>
        <translation>Zur Definition gehen</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Nächster Teil der Seite</translation>
    </message>
    <message>
        <source>Previous part of the page</source>
        <translation>Voriger Teil der Seite</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <source>Form beside the text</source>
        <translation>Formular neben dem Text</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>A secret: its value is kept apart.</source>
        <translation>Ein Geheimnis: Sein Wert wird getrennt aufbewahrt.</translation>
    </message>
    <message>
        <source>It has no value.</source>
        <translation>Es hat keinen Wert.</translation>
    </message>
    <message>
        <source>Here it comes to %1</source>
        <translation>Hier ergibt es %1</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>environment of the program</source>
        <translation>Umgebung des Programms</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name, title</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Can be mended: %1</source>
        <translation>Lässt sich beheben: %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>FleetProblems</name>
    <message>
        <source>Runs, but its health check fails</source>
        <translation>Läuft, aber seine Gesundheitsprüfung schlägt fehl</translation>
    </message>
    <message>
        <source>Ended for lack of memory (code %1)</source>
        <translation>Wegen Speichermangels beendet (Code %1)</translation>
    </message>
    <message>
        <source>Ended with code %1</source>
        <translation>Mit Code %1 beendet</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>gestartet %1</translation>
    </message>
    <message numerus="yes">
        <source>%n restarts by the engine</source>
        <translation>
            <numerusform>%n Neustart durch die Engine</numerusform>
            <numerusform>%n Neustarts durch die Engine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarts over and over, %n times so far</source>
        <translation>
            <numerusform>Startet immer wieder neu, bisher %n-mal</numerusform>
            <numerusform>Startet immer wieder neu, bisher %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last ended with code %2</source>
        <translation>%1, zuletzt mit Code %2 beendet</translation>
    </message>
    <message>
        <source>Ended with code %1 and is being restarted</source>
        <translation>Mit Code %1 beendet, wird neu gestartet</translation>
    </message>
    <message>
        <source>Ended and is being restarted</source>
        <translation>Beendet, wird neu gestartet</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1 TiB</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1 PiB</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>HostForm</name>
    <message>
        <source>A name has small letters, digits, - and _, begins with a letter or digit, and has at most 63 characters.</source>
        <translation>Ein Name besteht aus Kleinbuchstaben, Ziffern, - und _, beginnt mit einem Buchstaben oder einer Ziffer und hat höchstens 63 Zeichen.</translation>
    </message>
    <message>
        <source>There is a host of this name already.</source>
        <translation>Es gibt schon einen Host dieses Namens.</translation>
    </message>
    <message>
        <source>Enter the host&apos;s name, its address, or its alias in ~/.ssh/config, and nothing else.</source>
        <translation>Geben Sie den Namen des Hosts, seine Adresse oder seinen Alias aus ~/.ssh/config ein, und nichts weiter.</translation>
    </message>
    <message>
        <source>This cannot be a user&apos;s name.</source>
        <translation>So kann kein Benutzer heißen.</translation>
    </message>
    <message>
        <source>Enter an absolute path, for example /var/run/docker.sock.</source>
        <translation>Geben Sie einen absoluten Pfad ein, zum Beispiel /var/run/docker.sock.</translation>
    </message>
    <message>
        <source>Enter the socket&apos;s absolute path, at most 107 bytes long.</source>
        <translation>Geben Sie den absoluten Pfad des Sockets ein, höchstens 107 Byte lang.</translation>
    </message>
    <message>
        <source>Enter a host&apos;s name or address, and nothing else.</source>
        <translation>Geben Sie den Namen oder die Adresse eines Hosts ein, und nichts weiter.</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 is a link; no log is kept there</source>
        <translation>%1 ist ein Link; dort wird kein Protokoll aufgehoben</translation>
    </message>
    <message>
        <source>a manifest does not help %1</source>
        <translation>ein Manifest hilft %1 nicht</translation>
    </message>
    <message>
        <source>a container that no Compose project made is called %1 already; remove or rename that one, or give this one another name</source>
        <translation>ein Container, den kein Compose-Projekt gemacht hat, heißt schon %1; entfernen Sie jenen oder benennen Sie ihn um, oder geben Sie diesem einen anderen Namen</translation>
    </message>
    <message>
        <source>a container of the project %2 is called %1 already; give this one another name, or let Compose name it</source>
        <translation>ein Container des Projekts %2 heißt schon %1; geben Sie diesem einen anderen Namen, oder lassen Sie Compose ihn benennen</translation>
    </message>
    <message>
        <source>keeping the log of a deployment</source>
        <translation>Aufheben des Protokolls</translation>
    </message>
    <message>
        <source>the log of this deployment is not kept</source>
        <translation>das Protokoll dieses Anwendens ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 containers cannot have one name; take container_name out, or run one</source>
        <translation>%1 Container können nicht einen Namen haben; nehmen Sie container_name heraus, oder lassen Sie einen laufen</translation>
    </message>
    <message>
        <source>Take the name out</source>
        <translation>Den Namen herausnehmen</translation>
    </message>
    <message>
        <source>the container of %1 has the same name (%2); give one of them another, or let Compose name them</source>
        <translation>der Container von %1 hat denselben Namen (%2); geben Sie einem von beiden einen anderen, oder lassen Sie Compose sie benennen</translation>
    </message>
    <message>
        <source>Let Compose name it</source>
        <translation>Compose den Namen geben lassen</translation>
    </message>
    <message>
        <source>something is mounted at %1 already (line %2), and only the last one counts; take one of them out, or give it another place</source>
        <translation>bei %1 ist schon etwas eingehängt (Zeile %2), und nur das letzte zählt; nehmen Sie eines heraus, oder geben Sie ihm einen anderen Ort</translation>
    </message>
    <message>
        <source>%1 is set again in line %2, which counts; take this one out</source>
        <translation>%1 wird in Zeile %2 noch einmal gesetzt, und die zählt; nehmen Sie diese hier heraus</translation>
    </message>
    <message>
        <source>Take this one out</source>
        <translation>Diese hier herausnehmen</translation>
    </message>
    <message>
        <source>%1 has neither an image nor a build in these files; give it an image</source>
        <translation>%1 hat in diesen Dateien weder ein Image noch einen Build; geben Sie ihm ein Image</translation>
    </message>
    <message>
        <source>these services wait for each other and none can start: %1; take one of the dependencies out</source>
        <translation>diese Dienste warten aufeinander, und keiner kann starten: %1; nehmen Sie eine der Abhängigkeiten heraus</translation>
    </message>
    <message>
        <source>%1 waits until %2 is healthy, but the health check of %2 is switched off; give it one, or wait for service_started</source>
        <translation>%1 wartet, bis %2 gesund ist, aber die Gesundheitsprüfung von %2 ist abgeschaltet; geben Sie ihm eine, oder warten Sie auf service_started</translation>
    </message>
    <message>
        <source>%1 waits until %2 is healthy; %2 has no health check in these files, so its image must bring one, or %1 never starts</source>
        <translation>%1 wartet, bis %2 gesund ist; %2 hat in diesen Dateien keine Gesundheitsprüfung, also muss sein Image eine mitbringen, sonst startet %1 nie</translation>
    </message>
    <message>
        <source>%1 waits until %2 has completed, but %2 is restarted each time that it ends; give it restart: on-failure</source>
        <translation>%1 wartet, bis %2 beendet ist, aber %2 wird nach jedem Ende neu gestartet; geben Sie ihm restart: on-failure</translation>
    </message>
    <message>
        <source>%1 is the container of the service %2 of this project, but Compose does not know that %3 needs it; write service:%2</source>
        <translation>%1 ist der Container des Dienstes %2 dieses Projekts, aber Compose weiß nicht, dass %3 ihn braucht; schreiben Sie service:%2</translation>
    </message>
    <message>
        <source>Write service:%1</source>
        <translation>service:%1 schreiben</translation>
    </message>
    <message>
        <source>%1 and %2 lie on different file systems, so %3 has to copy what it could link; put both on one</source>
        <translation>%1 und %2 liegen auf verschiedenen Dateisystemen, also muss %3 kopieren, was es verlinken könnte; legen Sie beide auf eines</translation>
    </message>
    <message>
        <source>%1 and %2 lie on different file systems, so %3 has to copy what it could link; put both on one, and mount what is above them</source>
        <translation>%1 und %2 liegen auf verschiedenen Dateisystemen, also muss %3 kopieren, was es verlinken könnte; legen Sie beide auf eines, und hängen Sie ein, was über ihnen liegt</translation>
    </message>
    <message>
        <source>%1 and %2 are two mounts, so %3 has to copy what it could link; mount the one folder above them</source>
        <translation>%1 und %2 sind getrennt eingehängt, also muss %3 kopieren, was es verlinken könnte; hängen Sie den einen Ordner über ihnen ein</translation>
    </message>
    <message>
        <source>nothing is mounted at %1, where /etc/fstab wants a disk, so %2 would work on the empty folder below it; mount it first</source>
        <translation>bei %1 ist nichts eingehängt, wo /etc/fstab eine Platte will, also würde %2 im leeren Ordner darunter arbeiten; hängen Sie sie erst ein</translation>
    </message>
    <message>
        <source>there is no %1 on the host; Docker would make it an empty folder that belongs to root, so make it yourself first</source>
        <translation>auf dem Host gibt es %1 nicht; Docker würde einen leeren Ordner daraus machen, der root gehört, also legen Sie ihn erst selbst an</translation>
    </message>
    <message>
        <source>there is no %1 on the host, and the engine refuses to start without it; make it, or mend the path</source>
        <translation>auf dem Host gibt es %1 nicht, und die Engine startet nicht ohne; legen Sie es an, oder berichtigen Sie den Pfad</translation>
    </message>
    <message>
        <source>the file system of %1 is mounted read-only; mount it for writing, or add :ro here</source>
        <translation>das Dateisystem von %1 ist nur zum Lesen eingehängt; hängen Sie es zum Schreiben ein, oder fügen Sie hier :ro an</translation>
    </message>
    <message>
        <source>%1 runs as %2, which may not write to %3 (it belongs to %4:%5, mode %6); change its owner, or PUID and PGID</source>
        <translation>%1 läuft als %2 und darf nicht in %3 schreiben (es gehört %4:%5, Modus %6); ändern Sie den Besitzer, oder PUID und PGID</translation>
    </message>
    <message>
        <source>user %1 and group %2</source>
        <translation>Benutzer %1 und Gruppe %2</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>this host has no %1, and the engine refuses to start without it; take it out, or load its driver</source>
        <translation>dieser Host hat kein %1, und die Engine startet nicht ohne; nehmen Sie es heraus, oder laden Sie den Treiber</translation>
    </message>
    <message>
        <source>there is no %1, which is the %2; make it, or mend the path</source>
        <translation>es gibt %1 nicht, das hier für „%2“ steht; legen Sie es an, oder berichtigen Sie den Pfad</translation>
    </message>
    <message>
        <source>port %1/%2 of the host is taken by %3; stop that, or publish another port</source>
        <translation>der Port %1/%2 des Hosts ist belegt durch: %3; halten Sie das an, oder veröffentlichen Sie einen anderen Port</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>the container %1 of the project %2</source>
        <translation>der Container %1 des Projekts %2</translation>
    </message>
    <message>
        <source>the container %1</source>
        <translation>der Container %1</translation>
    </message>
    <message>
        <source>%1 is archived since %2: %3; nothing takes its place</source>
        <translation>%1 ist archiviert seit %2: %3; nichts tritt an seine Stelle</translation>
    </message>
    <message>
        <source>%1 is archived since %2: %3; move to %4</source>
        <translation>%1 ist archiviert seit %2: %3; wechseln Sie zu %4</translation>
    </message>
    <message>
        <source>%1 is archived since %2: %3; move to %4 or %5</source>
        <translation>%1 ist archiviert seit %2: %3; wechseln Sie zu %4 oder %5</translation>
    </message>
    <message>
        <source>%1 is archived: %2; nothing takes its place</source>
        <translation>%1 ist archiviert: %2; nichts tritt an seine Stelle</translation>
    </message>
    <message>
        <source>%1 is archived: %2; move to %3</source>
        <translation>%1 ist archiviert: %2; wechseln Sie zu %3</translation>
    </message>
    <message>
        <source>%1 is archived: %2; move to %3 or %4</source>
        <translation>%1 ist archiviert: %2; wechseln Sie zu %3 oder %4</translation>
    </message>
    <message>
        <source>%1 is merged since %2: %3; nothing takes its place</source>
        <translation>%1 ist in etwas anderem aufgegangen seit %2: %3; nichts tritt an seine Stelle</translation>
    </message>
    <message>
        <source>%1 is merged since %2: %3; move to %4</source>
        <translation>%1 ist in etwas anderem aufgegangen seit %2: %3; wechseln Sie zu %4</translation>
    </message>
    <message>
        <source>%1 is merged since %2: %3; move to %4 or %5</source>
        <translation>%1 ist in etwas anderem aufgegangen seit %2: %3; wechseln Sie zu %4 oder %5</translation>
    </message>
    <message>
        <source>%1 is merged: %2; nothing takes its place</source>
        <translation>%1 ist in etwas anderem aufgegangen: %2; nichts tritt an seine Stelle</translation>
    </message>
    <message>
        <source>%1 is merged: %2; move to %3</source>
        <translation>%1 ist in etwas anderem aufgegangen: %2; wechseln Sie zu %3</translation>
    </message>
    <message>
        <source>%1 is merged: %2; move to %3 or %4</source>
        <translation>%1 ist in etwas anderem aufgegangen: %2; wechseln Sie zu %3 oder %4</translation>
    </message>
    <message>
        <source>%1 is retired since %2: %3; nothing takes its place</source>
        <translation>%1 ist eingestellt seit %2: %3; nichts tritt an seine Stelle</translation>
    </message>
    <message>
        <source>%1 is retired since %2: %3; move to %4</source>
        <translation>%1 ist eingestellt seit %2: %3; wechseln Sie zu %4</translation>
    </message>
    <message>
        <source>%1 is retired since %2: %3; move to %4 or %5</source>
        <translation>%1 ist eingestellt seit %2: %3; wechseln Sie zu %4 oder %5</translation>
    </message>
    <message>
        <source>%1 is retired: %2; nothing takes its place</source>
        <translation>%1 ist eingestellt: %2; nichts tritt an seine Stelle</translation>
    </message>
    <message>
        <source>%1 is retired: %2; move to %3</source>
        <translation>%1 ist eingestellt: %2; wechseln Sie zu %3</translation>
    </message>
    <message>
        <source>%1 is retired: %2; move to %3 or %4</source>
        <translation>%1 ist eingestellt: %2; wechseln Sie zu %3 oder %4</translation>
    </message>
    <message>
        <source>it went on inside Seerr and gets no further releases</source>
        <translation>es ging in Seerr auf und bekommt keine weiteren Ausgaben</translation>
    </message>
    <message>
        <source>its source of metadata has become unusable, and the image is no longer built</source>
        <translation>seine Quelle von Metadaten ist unbrauchbar geworden, und das Image wird nicht mehr gebaut</translation>
    </message>
    <message>
        <source>it is no longer maintained, and current engines may refuse the old interface that it speaks</source>
        <translation>es wird nicht mehr gepflegt, und heutige Engines lehnen die alte Schnittstelle, die es spricht, vielleicht ab</translation>
    </message>
    <message>
        <source>it gets no further fixes, not even for security</source>
        <translation>es bekommt keine weiteren Korrekturen, nicht einmal für die Sicherheit</translation>
    </message>
    <message>
        <source>the fork %1</source>
        <translation>der Fork %1</translation>
    </message>
    <message>
        <source>this is no name of an image; write it as lscr.io/linuxserver/sonarr:4.0.9, in lower case</source>
        <translation>das ist kein Name eines Images; schreiben Sie ihn wie lscr.io/linuxserver/sonarr:4.0.9, in Kleinbuchstaben</translation>
    </message>
    <message>
        <source>no tag is given, which means latest: what runs changes with each pull; name a version</source>
        <translation>es ist kein Tag angegeben, was latest bedeutet: mit jedem Pull ändert sich, was läuft; nennen Sie eine Version</translation>
    </message>
    <message>
        <source>the tag %1 moves: what runs changes with each pull; name a version</source>
        <translation>das Tag %1 wandert: mit jedem Pull ändert sich, was läuft; nennen Sie eine Version</translation>
    </message>
    <message>
        <source>port %1/%2 of the host is published twice; give one of them another port</source>
        <translation>der Port %1/%2 des Hosts ist zweimal veröffentlicht; geben Sie einem von beiden einen anderen</translation>
    </message>
    <message>
        <source>port %1/%2 of the host is published twice; give one of them another port, %3 is free in these files</source>
        <translation>der Port %1/%2 des Hosts ist zweimal veröffentlicht; geben Sie einem von beiden einen anderen, %3 ist in diesen Dateien frei</translation>
    </message>
    <message>
        <source>port %1/%2 of the host is published by %3 too (%4:%5); give one of them another port</source>
        <translation>den Port %1/%2 des Hosts veröffentlicht auch %3 (%4:%5); geben Sie einem von beiden einen anderen</translation>
    </message>
    <message>
        <source>port %1/%2 of the host is published by %3 too (%4:%5); give one of them another port, %6 is free in these files</source>
        <translation>den Port %1/%2 des Hosts veröffentlicht auch %3 (%4:%5); geben Sie einem von beiden einen anderen, %6 ist in diesen Dateien frei</translation>
    </message>
    <message>
        <source>Publish it on %1</source>
        <translation>Auf %1 veröffentlichen</translation>
    </message>
    <message>
        <source>a range of %1 ports of the host cannot stand for %2 of the container; make both equally long</source>
        <translation>ein Bereich von %1 Ports des Hosts kann nicht für %2 des Containers stehen; machen Sie beide gleich lang</translation>
    </message>
    <message>
        <source>%1 containers of %2 cannot share port %3 of the host; give a range, or run one</source>
        <translation>%1 Container von %2 können nicht Port %3 des Hosts teilen; geben Sie einen Bereich an, oder lassen Sie einen laufen</translation>
    </message>
    <message>
        <source>the engine refuses ports together with network_mode %1; publish them at %2</source>
        <translation>die Engine lehnt Ports zusammen mit network_mode %1 ab; veröffentlichen Sie sie bei %2</translation>
    </message>
    <message>
        <source>with network_mode %1 no port is published; take the ports out</source>
        <translation>mit network_mode %1 wird kein Port veröffentlicht; nehmen Sie die Ports heraus</translation>
    </message>
    <message>
        <source>%1 cannot be set together with network_mode %2, since the network is another container&apos;s; set it there</source>
        <translation>%1 kann nicht zusammen mit network_mode %2 gesetzt werden, denn das Netzwerk ist das eines anderen Containers; setzen Sie es dort</translation>
    </message>
    <message>
        <source>Take the ports out</source>
        <translation>Die Ports herausnehmen</translation>
    </message>
    <message>
        <source>%1 is privileged, and so can do all that root can do on the host; give it the one capability or device that it needs</source>
        <translation>%1 ist privilegiert und kann damit alles, was root auf dem Host kann; geben Sie ihm die eine Capability oder das eine Gerät, das es braucht</translation>
    </message>
    <message>
        <source>%1 has one of the engine&apos;s guards switched off; take it out unless the image&apos;s makers ask for it</source>
        <translation>bei %1 ist eine der Schutzvorkehrungen der Engine abgeschaltet; nehmen Sie das heraus, wenn die Hersteller des Images es nicht verlangen</translation>
    </message>
    <message>
        <source>%1 uses the network of the host itself: all its ports are open there, and nothing keeps it apart; publish the ports that it needs, unless it has to see the network as it is</source>
        <translation>%1 benutzt das Netzwerk des Hosts selbst: alle seine Ports sind dort offen, und nichts trennt es ab; veröffentlichen Sie die Ports, die es braucht, wenn es das Netzwerk nicht sehen muss, wie es ist</translation>
    </message>
    <message>
        <source>with %1: host, %2 sees into the host&apos;s own processes; take it out unless it has to measure them</source>
        <translation>mit %1: host sieht %2 in die Prozesse des Hosts; nehmen Sie das heraus, wenn es sie nicht messen muss</translation>
    </message>
    <message>
        <source>%1 gets the engine&apos;s socket: whoever takes it over rules the host, also when it is mounted read-only; put a proxy that filters in between, or take it out</source>
        <translation>%1 bekommt den Socket der Engine: wer es übernimmt, beherrscht den Host, auch wenn er nur zum Lesen eingehängt ist; setzen Sie einen filternden Proxy dazwischen, oder nehmen Sie ihn heraus</translation>
    </message>
    <message>
        <source>%1 may write to %2 of the host, and so change the system itself; add :ro, or mount the folder that it needs</source>
        <translation>%1 darf in %2 des Hosts schreiben und damit das System selbst ändern; fügen Sie :ro an, oder hängen Sie den Ordner ein, den es braucht</translation>
    </message>
    <message>
        <source>%1 gets the capability NET_ADMIN, and may change its network as it likes; only VPN clients and firewalls need that</source>
        <translation>%1 bekommt die Capability NET_ADMIN und darf sein Netzwerk ändern, wie es will; nur VPN-Clients und Firewalls brauchen das</translation>
    </message>
    <message>
        <source>%1 gets the capability %2, which is nearly as good as root on the host; take it out unless the image&apos;s makers ask for it</source>
        <translation>%1 bekommt die Capability %2, die fast so viel ist wie root auf dem Host; nehmen Sie sie heraus, wenn die Hersteller des Images sie nicht verlangen</translation>
    </message>
    <message>
        <source>%1 gets the disk or memory %2 itself, past all permissions of files; mount a folder of it instead</source>
        <translation>%1 bekommt die Platte oder den Speicher %2 selbst, an allen Dateirechten vorbei; hängen Sie stattdessen einen Ordner davon ein</translation>
    </message>
    <message>
        <source>%1 gets the device %2 of the host</source>
        <translation>%1 bekommt das Gerät %2 des Hosts</translation>
    </message>
    <message>
        <source>no %1 %2 is declared; did you mean %3?</source>
        <translation>„%2“ ist nicht deklariert (%1); ist %3 gemeint?</translation>
    </message>
    <message>
        <source>no %1 %2 is declared; declare it under networks</source>
        <translation>„%2“ ist nicht deklariert (%1); deklarieren Sie es unter networks</translation>
    </message>
    <message>
        <source>no %1 %2 is declared; declare it under volumes, or write ./%2 where a folder beside the file is meant</source>
        <translation>„%2“ ist nicht deklariert (%1); deklarieren Sie es unter volumes, oder schreiben Sie ./%2, wo ein Ordner neben der Datei gemeint ist</translation>
    </message>
    <message>
        <source>no %1 %2 is declared; declare it under configs with its file</source>
        <translation>„%2“ ist nicht deklariert (%1); deklarieren Sie es unter configs mit seiner Datei</translation>
    </message>
    <message>
        <source>no %1 %2 is declared; declare it under secrets with its file</source>
        <translation>„%2“ ist nicht deklariert (%1); deklarieren Sie es unter secrets mit seiner Datei</translation>
    </message>
    <message>
        <source>Name it %1</source>
        <translation>Es %1 nennen</translation>
    </message>
    <message>
        <source>Declare the %1 %2</source>
        <translation>%2 deklarieren (%1)</translation>
    </message>
    <message>
        <source>extends names the service %1, which this file does not have; give the file that has it</source>
        <translation>extends nennt den Dienst %1, den diese Datei nicht hat; geben Sie die Datei an, die ihn hat</translation>
    </message>
    <message>
        <source>extends names the service %1, which this file does not have; did you mean %2?</source>
        <translation>extends nennt den Dienst %1, den diese Datei nicht hat; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>%1 names the service %2, which there is not; add it, or take this out</source>
        <translation>%1 nennt den Dienst %2, den es nicht gibt; fügen Sie ihn hinzu, oder nehmen Sie das heraus</translation>
    </message>
    <message>
        <source>%1 names the service %2, which there is not; did you mean %3?</source>
        <translation>%1 nennt den Dienst %2, den es nicht gibt; ist %3 gemeint?</translation>
    </message>
    <message>
        <source>no service uses the %1 %2; take it out, or name it in a service</source>
        <translation>kein Dienst benutzt „%2“ (%1); nehmen Sie es heraus, oder nennen Sie es in einem Dienst</translation>
    </message>
    <message>
        <source>%1 stands here for everyone who can read the file; write ${%2}, and keep the value as a secret</source>
        <translation>%1 steht hier für alle, die die Datei lesen können; schreiben Sie ${%2}, und bewahren Sie den Wert als Geheimnis auf</translation>
    </message>
    <message>
        <source>the address in %1 has a password in it; write ${...} in its place, and keep the value as a secret</source>
        <translation>in der Adresse in %1 steht ein Passwort; schreiben Sie ${...} an seine Stelle, und bewahren Sie den Wert als Geheimnis auf</translation>
    </message>
    <message>
        <source>%1 stands here for everyone who can read the file; keep it where only you can read it</source>
        <translation>%1 steht hier für alle, die die Datei lesen können; bewahren Sie es auf, wo nur Sie es lesen können</translation>
    </message>
    <message>
        <source>%1 stands here for everyone who can read the file; it is listed as a secret: keep it with mediahelm secrets set %1, and take it out here</source>
        <translation>%1 steht hier für alle, die die Datei lesen können; es ist als Geheimnis aufgeführt: bewahren Sie es mit mediahelm secrets set %1 auf, und nehmen Sie es hier heraus</translation>
    </message>
    <message>
        <source>%1 stands here for everyone who can read the file; list %1 under secrets in mediahelm.yaml, and keep it with mediahelm secrets set %1</source>
        <translation>%1 steht hier für alle, die die Datei lesen können; führen Sie %1 unter secrets in mediahelm.yaml auf, und bewahren Sie es mit mediahelm secrets set %1 auf</translation>
    </message>
    <message>
        <source>docker compose refuses this: %1</source>
        <translation>docker compose lehnt das ab: %1</translation>
    </message>
    <message>
        <source>docker compose warns: %1</source>
        <translation>docker compose warnt: %1</translation>
    </message>
    <message>
        <source>there is nothing to do</source>
        <translation>es ist nichts zu tun</translation>
    </message>
    <message>
        <source>%1 stays as it is: others write it, or it is not kept any more</source>
        <translation>%1 bleibt, wie es ist: andere schreiben es, oder es wird nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>%1 is restarted, since its files are others: %2</source>
        <translation>%1 wird neu gestartet, da seine Dateien andere sind: %2</translation>
    </message>
    <message>
        <source>there is nothing to do, but %1</source>
        <translation>es ist nichts zu tun, aber %1</translation>
    </message>
    <message>
        <source>everything is up</source>
        <translation>alles läuft</translation>
    </message>
    <message>
        <source>nothing was interrupted</source>
        <translation>es wurde nichts unterbrochen</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>es wurde abgebrochen</translation>
    </message>
    <message>
        <source>it failed</source>
        <translation>es ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1; nothing was changed</source>
        <translation>%1; es wurde nichts geändert</translation>
    </message>
    <message>
        <source>%1; there is no good revision to go back to</source>
        <translation>%1; es gibt keine gute Revision, zu der zurückgegangen werden könnte</translation>
    </message>
    <message>
        <source>%1; it is left as it is, as was asked for</source>
        <translation>%1; es bleibt, wie es ist, wie gewünscht</translation>
    </message>
    <message>
        <source>%1; put back to %2</source>
        <translation>%1; zurückgesetzt auf %2</translation>
    </message>
    <message>
        <source>%1; put back to %2, and everything is up</source>
        <translation>%1; zurückgesetzt auf %2, und alles läuft</translation>
    </message>
    <message>
        <source>%1; going back to %2 failed too: %3</source>
        <translation>%1; auch das Zurückgehen auf %2 ist fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>Put back to %1: %2</source>
        <translation>Zurückgesetzt auf %1: %2</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>Zurücksetzen auf %1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Changes found before rolling back</source>
        <translation>Änderungen, die vor dem Zurücksetzen gefunden wurden</translation>
    </message>
    <message>
        <source>Changes found on the disk</source>
        <translation>Änderungen, die auf der Platte gefunden wurden</translation>
    </message>
    <message>
        <source>Finish what was interrupted</source>
        <translation>Beenden, was unterbrochen wurde</translation>
    </message>
    <message>
        <source>what was begun is being put back, and that is not cancelled</source>
        <translation>was begonnen wurde, wird zurückgesetzt, und das wird nicht abgebrochen</translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1, und %2 weitere</translation>
    </message>
    <message>
        <source>an earlier deployment was interrupted, and has to be finished first</source>
        <translation>ein früheres Deployment wurde unterbrochen und muss erst beendet werden</translation>
    </message>
    <message>
        <source>a deployment of this workspace is under way</source>
        <translation>ein Deployment dieses Workspaces läuft gerade</translation>
    </message>
    <message>
        <source>the image %1 that %2 ran before is gone</source>
        <translation>das Image %1, das %2 vorher ausführte, ist weg</translation>
    </message>
    <message>
        <source>the image %1 is not here, and its pull_policy forbids to get it</source>
        <translation>das Image %1 ist nicht hier, und seine pull_policy verbietet, es zu holen</translation>
    </message>
    <message>
        <source>services need each other in a circle: %1</source>
        <translation>Dienste brauchen einander im Kreis: %1</translation>
    </message>
    <message>
        <source>service %1 asks for %2 containers, which cannot all be named %3</source>
        <translation>der Dienst %1 verlangt %2 Container, die nicht alle %3 heißen können</translation>
    </message>
    <message>
        <source>the revision&apos;s files cannot be put into a temporary folder</source>
        <translation>die Dateien der Revision können in keinen temporären Ordner gelegt werden</translation>
    </message>
    <message>
        <source>there is no room for a temporary folder</source>
        <translation>für einen temporären Ordner ist kein Platz</translation>
    </message>
    <message>
        <source>Compose refused: %1</source>
        <translation>Compose hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Compose failed with exit code %1</source>
        <translation>Compose ist mit dem Exit-Code %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Compose was cancelled</source>
        <translation>Compose wurde abgebrochen</translation>
    </message>
    <message>
        <source>Compose of this machine does not work for an engine behind SSH</source>
        <translation>Compose dieser Maschine arbeitet nicht für eine Engine hinter SSH</translation>
    </message>
    <message>
        <source>a secret cannot be handed over: its name is no variable&apos;s, or its value is no text</source>
        <translation>ein Geheimnis kann nicht übergeben werden: sein Name ist nicht der einer Variable, oder sein Wert ist kein Text</translation>
    </message>
    <message>
        <source>Docker has no &apos;compose&apos; command on this machine; install Compose V2 (package docker-compose-plugin of Docker, docker-compose-v2 of Ubuntu, docker-compose of Debian 13)</source>
        <translation>Docker hat auf dieser Maschine keinen Befehl „compose“; installieren Sie Compose V2 (Paket docker-compose-plugin von Docker, docker-compose-v2 von Ubuntu, docker-compose von Debian 13)</translation>
    </message>
    <message>
        <source>&apos;docker compose version&apos; failed with exit code %1</source>
        <translation>„docker compose version“ ist mit dem Exit-Code %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>&apos;docker compose version&apos; tells no version</source>
        <translation>„docker compose version“ nennt keine Version</translation>
    </message>
    <message>
        <source>&apos;docker compose config&apos; printed no JSON: %1 at byte %2</source>
        <translation>„docker compose config“ gab kein JSON aus: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>&apos;docker compose config&apos; printed JSON of no project</source>
        <translation>„docker compose config“ gab JSON ohne Projekt aus</translation>
    </message>
    <message>
        <source>&apos;docker compose config --hash&apos; printed something else</source>
        <translation>„docker compose config --hash“ gab etwas anderes aus</translation>
    </message>
    <message>
        <source>%1; install Docker&apos;s command line (package docker-cli or docker-ce-cli) and Compose V2, and see that PATH leads to it</source>
        <translation>%1; installieren Sie die Befehlszeile von Docker (Paket docker-cli oder docker-ce-cli) und Compose V2, und achten Sie darauf, dass PATH dorthin führt</translation>
    </message>
    <message>
        <source>Compose %1 is installed, which is version 1 and no longer kept; install Compose %2 or later (package docker-compose-plugin of Docker, or docker-compose-v2 of Ubuntu)</source>
        <translation>Compose %1 ist installiert, also Version 1, die nicht mehr gepflegt wird; installieren Sie Compose %2 oder neuer (Paket docker-compose-plugin von Docker oder docker-compose-v2 von Ubuntu)</translation>
    </message>
    <message>
        <source>Compose %1 is installed, which is too old; install Compose %2 or later (package docker-compose-plugin of Docker, or docker-compose-v2 of Ubuntu)</source>
        <translation>Compose %1 ist installiert, das zu alt ist; installieren Sie Compose %2 oder neuer (Paket docker-compose-plugin von Docker oder docker-compose-v2 von Ubuntu)</translation>
    </message>
    <message>
        <source>%1 did not finish within %2 s</source>
        <translation>%1 war nach %2 s nicht fertig</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 printed more than %2 MiB</source>
        <translation>%1 gab mehr als %2 MiB aus</translation>
    </message>
    <message>
        <source>%1 was ended by a signal</source>
        <translation>%1 wurde durch ein Signal beendet</translation>
    </message>
    <message>
        <source>the folder %1 is not there</source>
        <translation>der Ordner %1 ist nicht da</translation>
    </message>
    <message>
        <source>the command %1 could not be started</source>
        <translation>der Befehl %1 konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>a project&apos;s name is lower-case letters, digits, &apos;-&apos; and &apos;_&apos;, and starts with a letter or digit</source>
        <translation>der Name eines Projekts besteht aus Kleinbuchstaben, Ziffern, „-“ und „_“ und beginnt mit einem Buchstaben oder einer Ziffer</translation>
    </message>
    <message>
        <source>a project has at least one Compose file</source>
        <translation>ein Projekt hat mindestens eine Compose-Datei</translation>
    </message>
    <message>
        <source>a project has at most %1 files</source>
        <translation>ein Projekt hat höchstens %1 Dateien</translation>
    </message>
    <message>
        <source>the workspace %1 is held by another process</source>
        <translation>der Workspace %1 wird von einem anderen Prozess gehalten</translation>
    </message>
    <message>
        <source>the workspace %1 is held by %2 (process %3), which is %4 since %5</source>
        <translation>der Workspace %1 wird von %2 gehalten (Prozess %3), und zwar für „%4“ seit %5</translation>
    </message>
    <message>
        <source>%1: git is at work in the store</source>
        <translation>%1: git arbeitet gerade im Speicher</translation>
    </message>
    <message>
        <source>%1: the revision store is damaged</source>
        <translation>%1: der Revisionsspeicher ist beschädigt</translation>
    </message>
    <message>
        <source>the revision store is damaged</source>
        <translation>der Revisionsspeicher ist beschädigt</translation>
    </message>
    <message>
        <source>the revision store %1 is damaged</source>
        <translation>der Revisionsspeicher %1 ist beschädigt</translation>
    </message>
    <message>
        <source>the revision store %1 has a format that this program does not know</source>
        <translation>der Revisionsspeicher %1 hat ein Format, das dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>another program has changed the revision store meanwhile</source>
        <translation>ein anderes Programm hat den Revisionsspeicher inzwischen geändert</translation>
    </message>
    <message>
        <source>a newer revision was saved meanwhile</source>
        <translation>inzwischen wurde eine neuere Revision gespeichert</translation>
    </message>
    <message>
        <source>the workspace has no revisions yet</source>
        <translation>der Workspace hat noch keine Revisionen</translation>
    </message>
    <message>
        <source>there is no revision %1</source>
        <translation>es gibt keine Revision %1</translation>
    </message>
    <message>
        <source>more than one revision begins with %1</source>
        <translation>mehr als eine Revision beginnt mit %1</translation>
    </message>
    <message>
        <source>the revision has no file %1</source>
        <translation>die Revision hat keine Datei %1</translation>
    </message>
    <message>
        <source>%1 holds a secret in plain text; nothing is saved</source>
        <translation>%1 enthält ein Geheimnis im Klartext; es wird nichts gespeichert</translation>
    </message>
    <message>
        <source>the message</source>
        <translation>die Nachricht</translation>
    </message>
    <message>
        <source>the author&apos;s name</source>
        <translation>der Name des Autors</translation>
    </message>
    <message>
        <source>%1, line %2,</source>
        <translation>%1, Zeile %2,</translation>
    </message>
    <message>
        <source>there is no file to save</source>
        <translation>es gibt keine Datei zu speichern</translation>
    </message>
    <message>
        <source>there is a tag %1 already</source>
        <translation>es gibt schon ein Tag %1</translation>
    </message>
    <message>
        <source>there is no tag %1</source>
        <translation>es gibt kein Tag %1</translation>
    </message>
    <message>
        <source>a tag&apos;s name is 1 to 63 letters, digits, &apos;_&apos;, &apos;.&apos; or &apos;-&apos;, starts with a letter or digit, and is not &apos;head&apos;</source>
        <translation>der Name eines Tags hat 1 bis 63 Buchstaben, Ziffern, „_“, „.“ oder „-“, beginnt mit einem Buchstaben oder einer Ziffer und ist nicht „head“</translation>
    </message>
    <message>
        <source>a revision needs a message</source>
        <translation>eine Revision braucht eine Nachricht</translation>
    </message>
    <message>
        <source>the workspace has too many files</source>
        <translation>der Workspace hat zu viele Dateien</translation>
    </message>
    <message>
        <source>%1 has too many bytes</source>
        <translation>%1 hat zu viele Bytes</translation>
    </message>
    <message>
        <source>the workspace&apos;s files have too many bytes together</source>
        <translation>die Dateien des Workspaces haben zusammen zu viele Bytes</translation>
    </message>
    <message>
        <source>%1: the limit is %2</source>
        <translation>%1: die Grenze ist %2</translation>
    </message>
    <message>
        <source>%1 was written by a newer version</source>
        <translation>%1 wurde von einer neueren Version geschrieben</translation>
    </message>
    <message>
        <source>%1 is damaged: %2; remove it to go on without finishing that deployment</source>
        <translation>%1 ist beschädigt: %2; entfernen Sie es, um weiterzumachen, ohne jenes Deployment zu beenden</translation>
    </message>
    <message>
        <source>the journal %1 is damaged</source>
        <translation>das Journal %1 ist beschädigt</translation>
    </message>
    <message>
        <source>%1 of the workspace&apos;s files are not as expected; nothing was changed</source>
        <translation>%1 der Dateien des Workspaces sind nicht wie erwartet; es wurde nichts geändert</translation>
    </message>
    <message>
        <source>too much is asked of the revision store at once</source>
        <translation>vom Revisionsspeicher wird zu viel auf einmal verlangt</translation>
    </message>
    <message>
        <source>cannot lock %1: %2</source>
        <translation>%1 kann nicht gesperrt werden: %2</translation>
    </message>
    <message>
        <source>is unhealthy: its health check failed %1 times</source>
        <translation>ist nicht gesund: seine Gesundheitsprüfung ist %1-mal fehlgeschlagen</translation>
    </message>
    <message>
        <source>is unhealthy</source>
        <translation>ist nicht gesund</translation>
    </message>
    <message>
        <source>is starting: its health check failed %1 of %2 times</source>
        <translation>startet: seine Gesundheitsprüfung ist %1 von %2 Mal fehlgeschlagen</translation>
    </message>
    <message>
        <source>is starting: its health check has not decided</source>
        <translation>startet: seine Gesundheitsprüfung hat noch nicht entschieden</translation>
    </message>
    <message>
        <source>is running, for less than %1</source>
        <translation>läuft, seit weniger als %1</translation>
    </message>
    <message>
        <source>is restarting</source>
        <translation>startet neu</translation>
    </message>
    <message>
        <source>is paused</source>
        <translation>ist angehalten</translation>
    </message>
    <message>
        <source>is created and not started</source>
        <translation>ist angelegt und nicht gestartet</translation>
    </message>
    <message>
        <source>is being removed</source>
        <translation>wird gerade entfernt</translation>
    </message>
    <message>
        <source>could not be started: %1</source>
        <translation>konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>was not up after %1</source>
        <translation>lief nach %1 noch nicht</translation>
    </message>
    <message>
        <source>was killed for want of memory</source>
        <translation>wurde aus Mangel an Speicher beendet</translation>
    </message>
    <message>
        <source>ends again and again: %1 restarts, the last time with exit code %2</source>
        <translation>endet immer wieder: %1 Neustarts, zuletzt mit dem Exit-Code %2</translation>
    </message>
    <message>
        <source>exited with %1 and is restarted</source>
        <translation>endete mit %1 und wird neu gestartet</translation>
    </message>
    <message>
        <source>exited with %1</source>
        <translation>endete mit %1</translation>
    </message>
    <message>
        <source>has no container</source>
        <translation>hat keinen Container</translation>
    </message>
    <message>
        <source>lacks a container</source>
        <translation>hat einen Container zu wenig</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name of a variable</source>
        <translation>„%1“ ist kein Name einer Variable</translation>
    </message>
    <message>
        <source>%1 cannot be set here without touching something else</source>
        <translation>%1 kann hier nicht gesetzt werden, ohne anderes zu berühren</translation>
    </message>
    <message>
        <source>%1 is not set in this file</source>
        <translation>%1 ist in dieser Datei nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 cannot be taken out without touching something else</source>
        <translation>%1 kann nicht herausgenommen werden, ohne anderes zu berühren</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no JSON pointer: write /services/NAME/KEY</source>
        <translation>„%1“ ist kein JSON-Pointer: schreiben Sie /services/NAME/KEY</translation>
    </message>
    <message>
        <source>the list at &apos;%1&apos; has no item %2</source>
        <translation>die Liste bei „%1“ hat keinen Eintrag %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the alias *%2, which stands for what line %3 defines: edit &apos;%4&apos;, or write the value out here first</source>
        <translation>„%1“ ist der Alias *%2, der für das steht, was Zeile %3 definiert: bearbeiten Sie „%4“, oder schreiben Sie den Wert hier erst aus</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a single value and has no &apos;%2&apos;</source>
        <translation>„%1“ ist ein einzelner Wert und hat kein „%2“</translation>
    </message>
    <message>
        <source>the value is no YAML: %1</source>
        <translation>der Wert ist kein YAML: %1</translation>
    </message>
    <message>
        <source>there is no list yet that could have an item %1</source>
        <translation>es gibt noch keine Liste, die einen Eintrag %1 haben könnte</translation>
    </message>
    <message>
        <source>more than this would change</source>
        <translation>es würde sich mehr als das ändern</translation>
    </message>
    <message>
        <source>two readers of YAML would differ on the result</source>
        <translation>zwei Leser von YAML wären sich über das Ergebnis uneins</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be edited here without touching something else; edit the text itself</source>
        <translation>„%1“ kann hier nicht bearbeitet werden, ohne anderes zu berühren; bearbeiten Sie den Text selbst</translation>
    </message>
    <message>
        <source>there is no list at &apos;%1&apos; with a place %2</source>
        <translation>bei „%1“ gibt es keine Liste mit einem Platz %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is merged in from line %2: set it here to another value, or edit it there</source>
        <translation>„%1“ ist aus Zeile %2 eingemischt: setzen Sie es hier auf einen anderen Wert, oder bearbeiten Sie es dort</translation>
    </message>
    <message>
        <source>there is nothing at &apos;%1&apos;</source>
        <translation>bei „%1“ ist nichts</translation>
    </message>
    <message>
        <source>the whole document cannot be removed</source>
        <translation>das ganze Dokument kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>there is no pair at &apos;%1&apos;</source>
        <translation>bei „%1“ gibt es kein Paar</translation>
    </message>
    <message>
        <source>a key cannot be empty</source>
        <translation>ein Schlüssel kann nicht leer sein</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has the key &apos;%2&apos; already</source>
        <translation>„%1“ hat den Schlüssel „%2“ schon</translation>
    </message>
    <message>
        <source>%1 is no path of a file in a workspace</source>
        <translation>%1 ist kein Pfad einer Datei in einem Workspace</translation>
    </message>
    <message>
        <source>%1 was changed on the disk meanwhile</source>
        <translation>%1 wurde inzwischen auf der Platte geändert</translation>
    </message>
    <message>
        <source>%1 is a secret, which belongs in no file</source>
        <translation>%1 ist ein Geheimnis, das in keine Datei gehört</translation>
    </message>
    <message>
        <source>%1 is too large for a draft</source>
        <translation>%1 ist für einen Entwurf zu groß</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved; save it first</source>
        <translation>%1 hat Änderungen, die nicht gespeichert sind; speichern Sie es erst</translation>
    </message>
    <message>
        <source>there can be no such file in this workspace</source>
        <translation>eine solche Datei kann es in diesem Workspace nicht geben</translation>
    </message>
    <message>
        <source>a file of this kind is called %1</source>
        <translation>eine Datei dieser Art heißt %1</translation>
    </message>
    <message>
        <source>%1 leads out of the workspace</source>
        <translation>%1 führt aus dem Workspace hinaus</translation>
    </message>
    <message>
        <source>%1 is no file of this workspace</source>
        <translation>%1 ist keine Datei dieses Workspaces</translation>
    </message>
    <message>
        <source>there is a file %1 already</source>
        <translation>es gibt schon eine Datei %1</translation>
    </message>
    <message>
        <source>%1 is found by its name, and so keeps it</source>
        <translation>%1 wird am Namen erkannt und behält ihn daher</translation>
    </message>
    <message>
        <source>without %1 the folder is no workspace</source>
        <translation>ohne %1 ist der Ordner kein Workspace</translation>
    </message>
    <message>
        <source>%1 is no Compose file</source>
        <translation>%1 ist keine Compose-Datei</translation>
    </message>
    <message>
        <source>the cells make no row: some that every row has are empty</source>
        <translation>die Zellen ergeben keine Zeile: einige, die jede Zeile hat, sind leer</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be edited by a form: an alias stands here for what is written elsewhere</source>
        <translation>„%1“ kann nicht im Formular bearbeitet werden: ein Alias steht hier für etwas, das anderswo geschrieben ist</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be edited by a form: it is merged in, and a part of it here would hide the rest</source>
        <translation>„%1“ kann nicht im Formular bearbeitet werden: es ist eingemischt, und ein Teil davon hier würde den Rest verdecken</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be edited by a form: it is written in a way that a form has no columns for</source>
        <translation>„%1“ kann nicht im Formular bearbeitet werden: es ist so geschrieben, dass ein Formular keine Spalten dafür hat</translation>
    </message>
    <message>
        <source>there is no row at &apos;%1&apos;</source>
        <translation>bei „%1“ gibt es keine Zeile</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a single value</source>
        <translation>„%1“ ist kein einzelner Wert</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no such rows</source>
        <translation>„%1“ hat keine solchen Zeilen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is there already</source>
        <translation>„%1“ ist schon da</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no such cell</source>
        <translation>„%1“ hat keine solche Zelle</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no field of a form</source>
        <translation>„%1“ ist kein Feld eines Formulars</translation>
    </message>
    <message>
        <source>too much is asked of the workspace at once</source>
        <translation>vom Workspace wird zu viel auf einmal verlangt</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>es gibt keinen Ordner %1</translation>
    </message>
    <message>
        <source>%1 is the only file of its kind that mediahelm.yaml names</source>
        <translation>%1 ist die einzige Datei ihrer Art, die mediahelm.yaml nennt</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 still does not answer</source>
        <translation>%1 antwortet immer noch nicht</translation>
    </message>
    <message>
        <source>%1 is no longer there as it was in %2</source>
        <translation>%1 ist nicht mehr so da, wie es in %2 war</translation>
    </message>
    <message>
        <source>%1 is made of other variables: move it by hand</source>
        <translation>%1 besteht aus anderen Variablen: verschieben Sie es von Hand</translation>
    </message>
    <message>
        <source>other variables have the names that %1 could be kept under: move it by hand</source>
        <translation>andere Variablen haben die Namen, unter denen %1 aufbewahrt werden könnte: verschieben Sie es von Hand</translation>
    </message>
    <message>
        <source>the manifest cannot be read just now</source>
        <translation>das Manifest kann gerade nicht gelesen werden</translation>
    </message>
    <message>
        <source>only a workspace with a mediahelm.yaml has a list of secrets</source>
        <translation>nur ein Workspace mit einer mediahelm.yaml hat eine Liste von Geheimnissen</translation>
    </message>
    <message>
        <source>the value is empty</source>
        <translation>der Wert ist leer</translation>
    </message>
    <message>
        <source>the value is too long: at most %1 bytes</source>
        <translation>der Wert ist zu lang: höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>the value holds a NUL byte, which no environment variable can</source>
        <translation>der Wert enthält ein NUL-Byte, was keine Umgebungsvariable kann</translation>
    </message>
    <message>
        <source>the value is not UTF-8 text</source>
        <translation>der Wert ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>nothing is defined elsewhere that stands there</source>
        <translation>nichts, was dort steht, ist anderswo definiert</translation>
    </message>
    <message>
        <source>no file sets %1</source>
        <translation>keine Datei setzt %1</translation>
    </message>
    <message>
        <source>the file is too large to be merged</source>
        <translation>die Datei ist zu groß, um zusammengeführt zu werden</translation>
    </message>
    <message>
        <source>cannot merge the texts</source>
        <translation>die Texte können nicht zusammengeführt werden</translation>
    </message>
    <message>
        <source>the keychain&apos;s list of secrets is a newer Mediahelm&apos;s</source>
        <translation>die Liste der Geheimnisse im Schlüsselbund ist die eines neueren Mediahelm</translation>
    </message>
    <message>
        <source>It is left as it is. Use that version, or a newer one.</source>
        <translation>Sie bleibt, wie sie ist. Nehmen Sie jene Version oder eine neuere.</translation>
    </message>
    <message>
        <source>the keychain&apos;s list of secrets is damaged</source>
        <translation>die Liste der Geheimnisse im Schlüsselbund ist beschädigt</translation>
    </message>
    <message>
        <source>Remove the entry &quot;index&quot; of mediahelm with the keychain&apos;s own program, then set the secrets again.</source>
        <translation>Entfernen Sie den Eintrag „index“ von mediahelm mit dem Programm des Schlüsselbunds, und setzen Sie die Geheimnisse dann neu.</translation>
    </message>
    <message>
        <source>the keychain does not keep what is written to it</source>
        <translation>der Schlüsselbund behält nicht, was in ihn geschrieben wird</translation>
    </message>
    <message>
        <source>the keychain did not remove the secret</source>
        <translation>der Schlüsselbund hat das Geheimnis nicht entfernt</translation>
    </message>
    <message>
        <source>the keychain is locked, or was refused</source>
        <translation>der Schlüsselbund ist verschlossen oder wurde verweigert</translation>
    </message>
    <message>
        <source>Unlock it and try again. It says: %1</source>
        <translation>Öffnen Sie ihn, und versuchen Sie es noch einmal. Er sagt: %1</translation>
    </message>
    <message>
        <source>the keychain cannot be used</source>
        <translation>der Schlüsselbund kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>the keychain did not answer in time</source>
        <translation>der Schlüsselbund hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>there is no keychain to keep the secret in</source>
        <translation>es gibt keinen Schlüsselbund, in dem das Geheimnis aufbewahrt werden könnte</translation>
    </message>
    <message>
        <source>another process does not let go of the secrets in %1</source>
        <translation>ein anderer Prozess gibt die Geheimnisse in %1 nicht frei</translation>
    </message>
    <message>
        <source>%1 is a symbolic link, which is not followed here</source>
        <translation>%1 ist ein symbolischer Link, dem hier nicht gefolgt wird</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>%1 belongs to another user</source>
        <translation>%1 gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>Make it yours: chown %1 %2</source>
        <translation>Machen Sie es zu Ihrem: chown %1 %2</translation>
    </message>
    <message>
        <source>%1 may be used by other users</source>
        <translation>%1 kann von anderen Benutzern benutzt werden</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>the folder %1 belongs to another user</source>
        <translation>der Ordner %1 gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>other users may put files into %1</source>
        <translation>andere Benutzer können Dateien in %1 legen</translation>
    </message>
    <message>
        <source>the file of sealed secrets is damaged or was altered</source>
        <translation>die Datei der versiegelten Geheimnisse ist beschädigt oder wurde verändert</translation>
    </message>
    <message>
        <source>It is left as it is. Put a good copy in its place, or move it away and set the secrets again.</source>
        <translation>Sie bleibt, wie sie ist. Legen Sie eine gute Kopie an ihre Stelle, oder verschieben Sie sie, und setzen Sie die Geheimnisse neu.</translation>
    </message>
    <message>
        <source>the file of sealed secrets is a newer Mediahelm&apos;s</source>
        <translation>die Datei der versiegelten Geheimnisse ist die eines neueren Mediahelm</translation>
    </message>
    <message>
        <source>the file of sealed secrets was sealed under another key</source>
        <translation>die Datei der versiegelten Geheimnisse wurde mit einem anderen Schlüssel versiegelt</translation>
    </message>
    <message>
        <source>It is left as it is. Put the key back that it was sealed under.</source>
        <translation>Sie bleibt, wie sie ist. Legen Sie den Schlüssel zurück, mit dem sie versiegelt wurde.</translation>
    </message>
    <message>
        <source>there are too many secrets for one file</source>
        <translation>es sind zu viele Geheimnisse für eine Datei</translation>
    </message>
    <message>
        <source>the secret is too long: at most %1 bytes</source>
        <translation>das Geheimnis ist zu lang: höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>the key of the sealed secrets is missing: %1</source>
        <translation>der Schlüssel der versiegelten Geheimnisse fehlt: %1</translation>
    </message>
    <message>
        <source>%1 is no key: it must have exactly 32 bytes</source>
        <translation>%1 ist kein Schlüssel: er muss genau 32 Bytes haben</translation>
    </message>
    <message>
        <source>a secret is named like an environment variable: letters, digits and _, not beginning with a digit, at most 128</source>
        <translation>ein Geheimnis heißt wie eine Umgebungsvariable: Buchstaben, Ziffern und _, nicht mit einer Ziffer beginnend, höchstens 128</translation>
    </message>
    <message>
        <source>a project&apos;s name has lower-case letters, digits, - and _, begins with a letter or digit, and has at most 63 characters</source>
        <translation>der Name eines Projekts hat Kleinbuchstaben, Ziffern, - und _, beginnt mit einem Buchstaben oder einer Ziffer und hat höchstens 63 Zeichen</translation>
    </message>
    <message>
        <source>the secret %1 has just become readable</source>
        <translation>das Geheimnis %1 ist gerade erst lesbar geworden</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes</source>
        <translation>%1 ist größer als %2 Bytes</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>cannot write in %1: %2</source>
        <translation>in %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>%1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>cannot remove %1: %2</source>
        <translation>%1 kann nicht entfernt werden: %2</translation>
    </message>
    <message>
        <source>cannot delete %1: %2</source>
        <translation>%1 kann nicht gelöscht werden: %2</translation>
    </message>
    <message>
        <source>cannot rename to %1: %2</source>
        <translation>in %1 kann nicht umbenannt werden: %2</translation>
    </message>
    <message>
        <source>cannot make the folder %1: %2</source>
        <translation>der Ordner %1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>cannot make a folder in %1: %2</source>
        <translation>in %1 kann kein Ordner angelegt werden: %2</translation>
    </message>
    <message>
        <source>cannot make the change durable in %1: %2</source>
        <translation>die Änderung in %1 kann nicht dauerhaft gemacht werden: %2</translation>
    </message>
    <message>
        <source>cannot put the workspace to %1: %2</source>
        <translation>der Workspace kann nicht nach %1 gelegt werden: %2</translation>
    </message>
    <message>
        <source>cannot read the folder %1: %2</source>
        <translation>der Ordner %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is no folder that can be read</source>
        <translation>%1 ist kein Ordner, der gelesen werden kann</translation>
    </message>
    <message>
        <source>a reference to a variable does not go on as it must; write ${NAME}, or $$ for a dollar</source>
        <translation>ein Verweis auf eine Variable geht nicht weiter, wie er muss; schreiben Sie ${NAME}, oder $$ für einen Dollar</translation>
    </message>
    <message>
        <source>%1 has no value and is required; set it in an env file</source>
        <translation>%1 hat keinen Wert und ist erforderlich; setzen Sie es in einer env-Datei</translation>
    </message>
    <message>
        <source>%1 has no value and is required: %2; set it in an env file</source>
        <translation>%1 hat keinen Wert und ist erforderlich: %2; setzen Sie es in einer env-Datei</translation>
    </message>
    <message>
        <source>the variables in this value expand to too much</source>
        <translation>die Variablen in diesem Wert ergeben zu viel</translation>
    </message>
    <message>
        <source>%1 is not set, so Compose puts nothing in its place; set it in an env file, or give a default: ${%1:-...}</source>
        <translation>%1 ist nicht gesetzt, also setzt Compose nichts an seine Stelle; setzen Sie es in einer env-Datei, oder geben Sie einen Standardwert an: ${%1:-...}</translation>
    </message>
    <message>
        <source>nothing refers to %1</source>
        <translation>nichts verweist auf %1</translation>
    </message>
    <message>
        <source>the manifest does not name the project; add name: media</source>
        <translation>das Manifest nennt das Projekt nicht; fügen Sie name: media hinzu</translation>
    </message>
    <message>
        <source>the path leads out of the workspace; give one relative to mediahelm.yaml</source>
        <translation>der Pfad führt aus dem Workspace hinaus; geben Sie einen an, der von mediahelm.yaml ausgeht</translation>
    </message>
    <message>
        <source>there is no file %1; make it, or take it off the list</source>
        <translation>es gibt keine Datei %1; legen Sie sie an, oder nehmen Sie sie von der Liste</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no workspace: it has neither mediahelm.yaml nor compose.yaml</source>
        <translation>„%1“ ist kein Workspace: es hat weder mediahelm.yaml noch compose.yaml</translation>
    </message>
    <message>
        <source>%1; until it is mended, nothing is checked against it</source>
        <translation>%1; bis das behoben ist, wird nichts damit geprüft</translation>
    </message>
    <message>
        <source>the file has %1 bytes; %2 are the most</source>
        <translation>die Datei hat %1 Bytes; höchstens %2 sind möglich</translation>
    </message>
    <message>
        <source>the file has %1 bytes; %2 are the most; split it into several files</source>
        <translation>die Datei hat %1 Bytes; höchstens %2 sind möglich; teilen Sie sie in mehrere Dateien auf</translation>
    </message>
    <message>
        <source>this is not UTF-8 text</source>
        <translation>das ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>save the file in the encoding UTF-8</source>
        <translation>speichern Sie die Datei in der Kodierung UTF-8</translation>
    </message>
    <message>
        <source>Compose reads no &apos;%YAML&apos; but 1.1</source>
        <translation>Compose liest kein „%YAML“ außer 1.1</translation>
    </message>
    <message>
        <source>take the line out</source>
        <translation>nehmen Sie die Zeile heraus</translation>
    </message>
    <message>
        <source>a second document begins here</source>
        <translation>hier beginnt ein zweites Dokument</translation>
    </message>
    <message>
        <source>keep one document per file: take out the line &apos;---&apos;, or move what follows to a file</source>
        <translation>nur ein Dokument je Datei: nehmen Sie die Zeile „---“ heraus, oder verlegen Sie, was folgt, in eine andere Datei</translation>
    </message>
    <message>
        <source>the file holds more than %1 values</source>
        <translation>die Datei enthält mehr als %1 Werte</translation>
    </message>
    <message>
        <source>split it into several files</source>
        <translation>teilen Sie sie in mehrere Dateien auf</translation>
    </message>
    <message>
        <source>a list or a mapping is used as a key</source>
        <translation>eine Liste oder Zuordnung wird als Schlüssel benutzt</translation>
    </message>
    <message>
        <source>use a plain word as key; put a value that begins with &apos;[&apos;, &apos;{&apos; or &apos;?&apos; in quotes</source>
        <translation>nehmen Sie ein einfaches Wort als Schlüssel; setzen Sie einen Wert, der mit „[“, „{“ oder „?“ beginnt, in Anführungszeichen</translation>
    </message>
    <message>
        <source>a key of %1 characters; %2 are the most</source>
        <translation>ein Schlüssel von %1 Zeichen; höchstens %2 sind möglich</translation>
    </message>
    <message>
        <source>a key of more than %1 characters</source>
        <translation>ein Schlüssel von mehr als %1 Zeichen</translation>
    </message>
    <message>
        <source>shorten it, or check whether a &apos;:&apos; has made a key of a text</source>
        <translation>kürzen Sie ihn, oder prüfen Sie, ob ein „:“ aus einem Text einen Schlüssel gemacht hat</translation>
    </message>
    <message>
        <source>no anchor &apos;&amp;%1&apos; stands above</source>
        <translation>darüber steht kein Anker „&amp;%1“</translation>
    </message>
    <message>
        <source>define the anchor first, or put a value that begins with &apos;*&apos; in quotes</source>
        <translation>definieren Sie den Anker zuerst, oder setzen Sie einen Wert, der mit „*“ beginnt, in Anführungszeichen</translation>
    </message>
    <message>
        <source>&apos;*%1&apos; stands inside of what it names</source>
        <translation>„*%1“ steht in dem, was es nennt</translation>
    </message>
    <message>
        <source>take the alias out: a value cannot hold itself</source>
        <translation>nehmen Sie den Alias heraus: ein Wert kann sich nicht selbst enthalten</translation>
    </message>
    <message>
        <source>the aliases stand for more than %1 values</source>
        <translation>die Aliasse stehen für mehr als %1 Werte</translation>
    </message>
    <message>
        <source>write less by aliases of aliases</source>
        <translation>schreiben Sie weniger durch Aliasse von Aliassen</translation>
    </message>
    <message>
        <source>through this alias values nest more than %1 deep</source>
        <translation>durch diesen Alias sind Werte mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>values nest more than %1 deep</source>
        <translation>Werte sind mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>nest less</source>
        <translation>schachteln Sie weniger</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; stands here again, after line %2</source>
        <translation>der Schlüssel „%1“ steht hier noch einmal, nach Zeile %2</translation>
    </message>
    <message>
        <source>keep one of the two</source>
        <translation>behalten Sie einen von beiden</translation>
    </message>
    <message>
        <source>&apos;&lt;&lt;&apos; merges mappings, and this is neither a mapping nor a list of mappings</source>
        <translation>„&lt;&lt;“ verschmilzt Zuordnungen, und das ist weder eine Zuordnung noch eine Liste von Zuordnungen</translation>
    </message>
    <message>
        <source>give it an alias of a mapping</source>
        <translation>geben Sie ihm einen Alias einer Zuordnung</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>kein Speicher mehr</translation>
    </message>
    <message>
        <source>a tab indents this line</source>
        <translation>ein Tabulator rückt diese Zeile ein</translation>
    </message>
    <message>
        <source>YAML is indented with spaces: replace the tab</source>
        <translation>YAML wird mit Leerzeichen eingerückt: ersetzen Sie den Tabulator</translation>
    </message>
    <message>
        <source>a plain value cannot begin with &apos;@&apos;</source>
        <translation>ein Wert ohne Anführungszeichen kann nicht mit „@“ beginnen</translation>
    </message>
    <message>
        <source>a plain value cannot begin with &apos;`&apos;</source>
        <translation>ein Wert ohne Anführungszeichen kann nicht mit „`“ beginnen</translation>
    </message>
    <message>
        <source>a plain value cannot begin with &apos;%&apos;</source>
        <translation>ein Wert ohne Anführungszeichen kann nicht mit „%“ beginnen</translation>
    </message>
    <message>
        <source>put the value in quotes</source>
        <translation>setzen Sie den Wert in Anführungszeichen</translation>
    </message>
    <message>
        <source>a &apos;:&apos; stands where no key can be</source>
        <translation>ein „:“ steht, wo kein Schlüssel sein kann</translation>
    </message>
    <message>
        <source>put a value that holds &apos;: &apos; in quotes, and check that the line is indented like its neighbours</source>
        <translation>setzen Sie einen Wert, der „: “ enthält, in Anführungszeichen, und prüfen Sie, ob die Zeile wie ihre Nachbarn eingerückt ist</translation>
    </message>
    <message>
        <source>a &apos;-&apos; stands where no list item can be</source>
        <translation>ein „-“ steht, wo kein Listeneintrag sein kann</translation>
    </message>
    <message>
        <source>begin the list on a line of its own, indented like its neighbours</source>
        <translation>beginnen Sie die Liste in einer eigenen Zeile, eingerückt wie ihre Nachbarn</translation>
    </message>
    <message>
        <source>this line fits no mapping around it</source>
        <translation>diese Zeile passt in keine Zuordnung um sie herum</translation>
    </message>
    <message>
        <source>indent it like its neighbours, and give it the form &apos;key: value&apos;</source>
        <translation>rücken Sie sie wie ihre Nachbarn ein, und geben Sie ihr die Form „key: value“</translation>
    </message>
    <message>
        <source>this line is no item of the list around it</source>
        <translation>diese Zeile ist kein Eintrag der Liste um sie herum</translation>
    </message>
    <message>
        <source>begin it with &apos;- &apos;, indented like the other items, or indent it less</source>
        <translation>beginnen Sie sie mit „- “, eingerückt wie die anderen Einträge, oder rücken Sie sie weniger ein</translation>
    </message>
    <message>
        <source>a key without its &apos;:&apos;</source>
        <translation>ein Schlüssel ohne sein „:“</translation>
    </message>
    <message>
        <source>write &apos;key: value&apos;, with a space behind the colon</source>
        <translation>schreiben Sie „key: value“, mit einem Leerzeichen hinter dem Doppelpunkt</translation>
    </message>
    <message>
        <source>the list in brackets is not closed here</source>
        <translation>die Liste in Klammern ist hier nicht geschlossen</translation>
    </message>
    <message>
        <source>put &apos;,&apos; between items and &apos;]&apos; at the end</source>
        <translation>setzen Sie „,“ zwischen Einträge und „]“ ans Ende</translation>
    </message>
    <message>
        <source>the mapping in braces is not closed here</source>
        <translation>die Zuordnung in geschweiften Klammern ist hier nicht geschlossen</translation>
    </message>
    <message>
        <source>put &apos;,&apos; between pairs and &apos;}&apos; at the end</source>
        <translation>setzen Sie „,“ zwischen Paare und „}“ ans Ende</translation>
    </message>
    <message>
        <source>the quote that opens here is never closed</source>
        <translation>das Anführungszeichen, das hier öffnet, wird nie geschlossen</translation>
    </message>
    <message>
        <source>close it, or take it out</source>
        <translation>schließen Sie es, oder nehmen Sie es heraus</translation>
    </message>
    <message>
        <source>an escape that YAML does not know in double quotes</source>
        <translation>eine Escape-Folge in doppelten Anführungszeichen, die YAML nicht kennt</translation>
    </message>
    <message>
        <source>an escape needs hexadecimal digits here</source>
        <translation>eine Escape-Folge braucht hier hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>write &apos;\\&apos; for a backslash, or use single quotes</source>
        <translation>schreiben Sie „\\“ für einen Backslash, oder nehmen Sie einfache Anführungszeichen</translation>
    </message>
    <message>
        <source>a tag whose prefix nobody has defined</source>
        <translation>ein Tag, dessen Präfix niemand definiert hat</translation>
    </message>
    <message>
        <source>take the tag out, or put a value that begins with &apos;!&apos; in quotes</source>
        <translation>nehmen Sie das Tag heraus, oder setzen Sie einen Wert, der mit „!“ beginnt, in Anführungszeichen</translation>
    </message>
    <message>
        <source>a &apos;*&apos; without the name of an anchor</source>
        <translation>ein „*“ ohne den Namen eines Ankers</translation>
    </message>
    <message>
        <source>put a value that begins with &apos;*&apos; in quotes</source>
        <translation>setzen Sie einen Wert, der mit „*“ beginnt, in Anführungszeichen</translation>
    </message>
    <message>
        <source>a &apos;&amp;&apos; without a name</source>
        <translation>ein „&amp;“ ohne Namen</translation>
    </message>
    <message>
        <source>put a value that begins with &apos;&amp;&apos; in quotes</source>
        <translation>setzen Sie einen Wert, der mit „&amp;“ beginnt, in Anführungszeichen</translation>
    </message>
    <message>
        <source>a value is missing here</source>
        <translation>hier fehlt ein Wert</translation>
    </message>
    <message>
        <source>write a value, or take the comma out</source>
        <translation>schreiben Sie einen Wert, oder nehmen Sie das Komma heraus</translation>
    </message>
    <message>
        <source>text stands behind &apos;|&apos; or &apos;&gt;&apos;</source>
        <translation>hinter „|“ oder „&gt;“ steht Text</translation>
    </message>
    <message>
        <source>begin the text on the next line</source>
        <translation>beginnen Sie den Text in der nächsten Zeile</translation>
    </message>
    <message>
        <source>a control character stands here</source>
        <translation>hier steht ein Steuerzeichen</translation>
    </message>
    <message>
        <source>take it out</source>
        <translation>nehmen Sie es heraus</translation>
    </message>
    <message>
        <source>text stands behind the end of the document</source>
        <translation>hinter dem Ende des Dokuments steht Text</translation>
    </message>
    <message>
        <source>check the indentation of this line: it stands outside of all that is above it</source>
        <translation>prüfen Sie die Einrückung dieser Zeile: sie steht außerhalb von allem, was über ihr ist</translation>
    </message>
    <message>
        <source>this is no valid YAML: %1</source>
        <translation>das ist kein gültiges YAML: %1</translation>
    </message>
    <message>
        <source>look at this line and the one above it</source>
        <translation>sehen Sie sich diese Zeile und die darüber an</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be in the name of a variable</source>
        <translation>„%1“ kann nicht im Namen einer Variable stehen</translation>
    </message>
    <message>
        <source>write NAME=value; put a value of several lines in quotes</source>
        <translation>schreiben Sie NAME=wert; setzen Sie einen Wert von mehreren Zeilen in Anführungszeichen</translation>
    </message>
    <message>
        <source>a variable&apos;s name cannot have a blank</source>
        <translation>der Name einer Variable kann kein Leerzeichen haben</translation>
    </message>
    <message>
        <source>a name alone on a last line that does not end</source>
        <translation>ein Name allein in einer letzten Zeile, die nicht endet</translation>
    </message>
    <message>
        <source>write NAME=value, or end the line</source>
        <translation>schreiben Sie NAME=wert, oder beenden Sie die Zeile</translation>
    </message>
    <message>
        <source>a value without a name</source>
        <translation>ein Wert ohne Namen</translation>
    </message>
    <message>
        <source>&apos;${&apos; does not begin a reference that Compose knows</source>
        <translation>„${“ beginnt keinen Verweis, den Compose kennt</translation>
    </message>
    <message>
        <source>write ${NAME} or ${NAME:-default}; write &apos;$$&apos; for a dollar</source>
        <translation>schreiben Sie ${NAME} oder ${NAME:-standard}; schreiben Sie „$$“ für einen Dollar</translation>
    </message>
    <message>
        <source>the variable %1 must have a value</source>
        <translation>die Variable %1 muss einen Wert haben</translation>
    </message>
    <message>
        <source>the variable %1 must have a value: %2</source>
        <translation>die Variable %1 muss einen Wert haben: %2</translation>
    </message>
    <message>
        <source>set %1 in one of the .env files</source>
        <translation>setzen Sie %1 in einer der .env-Dateien</translation>
    </message>
    <message>
        <source>this value expands to too much</source>
        <translation>dieser Wert ergibt zu viel</translation>
    </message>
    <message>
        <source>refer to fewer variables from within others</source>
        <translation>verweisen Sie aus Variablen auf weniger andere</translation>
    </message>
    <message>
        <source>the variable %1 is not set, and comes out blank</source>
        <translation>die Variable %1 ist nicht gesetzt und kommt leer heraus</translation>
    </message>
    <message>
        <source>set it above, or write ${%1:-} where blank is meant</source>
        <translation>setzen Sie sie darüber, oder schreiben Sie ${%1:-}, wo leer gemeint ist</translation>
    </message>
    <message>
        <source>%1 has no place</source>
        <translation>%1 hat keinen Platz</translation>
    </message>
    <message>
        <source>%1 can be read in two ways</source>
        <translation>%1 kann auf zwei Arten gelesen werden</translation>
    </message>
    <message>
        <source>%1 once its variables are filled in</source>
        <translation>%1, wenn die Variablen eingesetzt sind</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3</source>
        <translation>%1 muss %2 sein, ist aber %3</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; put it in quotes</source>
        <translation>%1 muss %2 sein, ist aber %3; setzen Sie es in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; it must look like %4</source>
        <translation>%1 muss %2 sein, ist aber %3; es muss aussehen wie %4</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; write it as a list</source>
        <translation>%1 muss %2 sein, ist aber %3; schreiben Sie es als Liste</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; an example is %4</source>
        <translation>%1 muss %2 sein, ist aber %3; ein Beispiel ist %4</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; it must look like %4 or %5</source>
        <translation>%1 muss %2 sein, ist aber %3; es muss aussehen wie %4 oder %5</translation>
    </message>
    <message>
        <source>%1 must be %2, but is %3; an example is %4 or %5</source>
        <translation>%1 muss %2 sein, ist aber %3; ein Beispiel ist %4 oder %5</translation>
    </message>
    <message>
        <source>%1 must be %2, but is text</source>
        <translation>%1 muss %2 sein, ist aber Text</translation>
    </message>
    <message>
        <source>%1 must be %2, but is empty</source>
        <translation>%1 muss %2 sein, ist aber leer</translation>
    </message>
    <message>
        <source>%1 must be %2, but is text; write it as a list</source>
        <translation>%1 muss %2 sein, ist aber Text; schreiben Sie es als Liste</translation>
    </message>
    <message>
        <source>%1 must be %2, but is empty; write it as a list</source>
        <translation>%1 muss %2 sein, ist aber leer; schreiben Sie es als Liste</translation>
    </message>
    <message>
        <source>%1 must be %2, but is text; an example is %3</source>
        <translation>%1 muss %2 sein, ist aber Text; ein Beispiel ist %3</translation>
    </message>
    <message>
        <source>%1 must be %2, but is empty; an example is %3</source>
        <translation>%1 muss %2 sein, ist aber leer; ein Beispiel ist %3</translation>
    </message>
    <message>
        <source>%1 must be %2, but is text; an example is %3 or %4</source>
        <translation>%1 muss %2 sein, ist aber Text; ein Beispiel ist %3 oder %4</translation>
    </message>
    <message>
        <source>%1 must be %2, but is empty; an example is %3 or %4</source>
        <translation>%1 muss %2 sein, ist aber leer; ein Beispiel ist %3 oder %4</translation>
    </message>
    <message>
        <source>%1 must be text, but is %2</source>
        <translation>%1 muss Text sein, ist aber %2</translation>
    </message>
    <message>
        <source>%1 must be text, but is %2; put it in quotes</source>
        <translation>%1 muss Text sein, ist aber %2; setzen Sie es in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 must be text, but is %2; it must look like %3</source>
        <translation>%1 muss Text sein, ist aber %2; es muss aussehen wie %3</translation>
    </message>
    <message>
        <source>%1 must be text, but is %2; it must look like %3 or %4</source>
        <translation>%1 muss Text sein, ist aber %2; es muss aussehen wie %3 oder %4</translation>
    </message>
    <message>
        <source>%1 must be text, but is %2; an example is %3</source>
        <translation>%1 muss Text sein, ist aber %2; ein Beispiel ist %3</translation>
    </message>
    <message>
        <source>%1 must be text, but is %2; an example is %3 or %4</source>
        <translation>%1 muss Text sein, ist aber %2; ein Beispiel ist %3 oder %4</translation>
    </message>
    <message>
        <source>%1 must be text, but is empty</source>
        <translation>%1 muss Text sein, ist aber leer</translation>
    </message>
    <message>
        <source>%1 must be from %2 to %3</source>
        <translation>%1 muss von %2 bis %3 sein</translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation>%1 muss mindestens %2 sein</translation>
    </message>
    <message>
        <source>%1 must be at most %2</source>
        <translation>%1 darf höchstens %2 sein</translation>
    </message>
    <message>
        <source>%1 must be more than %2</source>
        <translation>%1 muss mehr als %2 sein</translation>
    </message>
    <message>
        <source>%1 must be less than %2</source>
        <translation>%1 muss weniger als %2 sein</translation>
    </message>
    <message>
        <source>%1 must not be empty</source>
        <translation>%1 darf nicht leer sein</translation>
    </message>
    <message>
        <source>%1 must not be an empty list</source>
        <translation>%1 darf keine leere Liste sein</translation>
    </message>
    <message>
        <source>%1 must have %2 characters</source>
        <translation>%1 muss %2 Zeichen haben</translation>
    </message>
    <message>
        <source>%1 must have %2 items</source>
        <translation>%1 muss %2 Einträge haben</translation>
    </message>
    <message>
        <source>%1 must have %2 keys</source>
        <translation>%1 muss %2 Schlüssel haben</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>%1 must be a day that there is, as 2025-12-31</source>
        <translation>%1 muss ein Tag sein, den es gibt, wie 2025-12-31</translation>
    </message>
    <message>
        <source>%1 is there twice: it is the same as item %2</source>
        <translation>%1 ist zweimal da: es ist dasselbe wie Eintrag %2</translation>
    </message>
    <message>
        <source>%1 needs the key %2</source>
        <translation>%1 braucht den Schlüssel %2</translation>
    </message>
    <message>
        <source>%1 needs the key %2: %3</source>
        <translation>%1 braucht den Schlüssel %2: %3</translation>
    </message>
    <message>
        <source>%1 needs one of the keys %2</source>
        <translation>%1 braucht einen der Schlüssel %2</translation>
    </message>
    <message>
        <source>%1 needs one of the keys %2 or %3</source>
        <translation>%1 braucht einen der Schlüssel %2 oder %3</translation>
    </message>
    <message>
        <source>%1 must have another form</source>
        <translation>%1 muss eine andere Form haben</translation>
    </message>
    <message>
        <source>%1 must have another form (%2)</source>
        <translation>%1 muss eine andere Form haben (%2)</translation>
    </message>
    <message>
        <source>%1 must look like %2</source>
        <translation>%1 muss aussehen wie %2</translation>
    </message>
    <message>
        <source>%1 must look like %2 or %3</source>
        <translation>%1 muss aussehen wie %2 oder %3</translation>
    </message>
    <message>
        <source>%1 must look like %2 (%3)</source>
        <translation>%1 muss aussehen wie %2 (%3)</translation>
    </message>
    <message>
        <source>%1 must look like %2 or %3 (%4)</source>
        <translation>%1 muss aussehen wie %2 oder %3 (%4)</translation>
    </message>
    <message>
        <source>%1 must be of letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>%1 muss aus Buchstaben, Ziffern, „.“, „_“ und „-“ bestehen</translation>
    </message>
    <message>
        <source>%1 must be of capital letters, digits and &apos;_&apos;, a letter first</source>
        <translation>%1 muss aus Großbuchstaben, Ziffern und „_“ bestehen, ein Buchstabe zuerst</translation>
    </message>
    <message>
        <source>%1 must be of small letters, digits and &apos;-&apos;, and not begin with &apos;-&apos;</source>
        <translation>%1 muss aus Kleinbuchstaben, Ziffern und „-“ bestehen und darf nicht mit „-“ beginnen</translation>
    </message>
    <message>
        <source>%1 must begin with /</source>
        <translation>%1 muss mit / beginnen</translation>
    </message>
    <message>
        <source>%1 must begin with http:// or https://</source>
        <translation>%1 muss mit http:// oder https:// beginnen</translation>
    </message>
    <message>
        <source>%1 must begin with the name of a variable</source>
        <translation>%1 muss mit dem Namen einer Variable beginnen</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 muss true oder false sein</translation>
    </message>
    <message>
        <source>%1 must be a whole number</source>
        <translation>%1 muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>%1 must be a number</source>
        <translation>%1 muss eine Zahl sein</translation>
    </message>
    <message>
        <source>%1 must be an octal number such as 0440</source>
        <translation>%1 muss eine Oktalzahl wie 0440 sein</translation>
    </message>
    <message>
        <source>%1 must have no blank in it and not be empty</source>
        <translation>%1 darf kein Leerzeichen enthalten und nicht leer sein</translation>
    </message>
    <message>
        <source>the key %1</source>
        <translation>der Schlüssel %1</translation>
    </message>
    <message>
        <source>the name %1</source>
        <translation>der Name %1</translation>
    </message>
    <message>
        <source>%1 is not a known key</source>
        <translation>%1 ist kein bekannter Schlüssel</translation>
    </message>
    <message>
        <source>%1 is not a known key; did you mean %2?</source>
        <translation>%1 ist kein bekannter Schlüssel; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>%1 is not a known key; known are %2</source>
        <translation>%1 ist kein bekannter Schlüssel; bekannt sind %2</translation>
    </message>
    <message>
        <source>%1 is not a known key; known are %2 and %3</source>
        <translation>%1 ist kein bekannter Schlüssel; bekannt sind %2 und %3</translation>
    </message>
    <message>
        <source>%1 is not a known key here (%2)</source>
        <translation>%1 ist hier kein bekannter Schlüssel (%2)</translation>
    </message>
    <message>
        <source>%1 is not a known key here (%2); did you mean %3?</source>
        <translation>%1 ist hier kein bekannter Schlüssel (%2); ist %3 gemeint?</translation>
    </message>
    <message>
        <source>%1 is not a known key here (%2); known are %3</source>
        <translation>%1 ist hier kein bekannter Schlüssel (%2); bekannt sind %3</translation>
    </message>
    <message>
        <source>%1 is not a known key here (%2); known are %3 and %4</source>
        <translation>%1 ist hier kein bekannter Schlüssel (%2); bekannt sind %3 und %4</translation>
    </message>
    <message>
        <source>%1 has what it must not have</source>
        <translation>%1 hat, was es nicht haben darf</translation>
    </message>
    <message>
        <source>%1 can only be %2</source>
        <translation>%1 kann nur %2 sein</translation>
    </message>
    <message>
        <source>%1 can only be %2; did you mean %3?</source>
        <translation>%1 kann nur %2 sein; ist %3 gemeint?</translation>
    </message>
    <message>
        <source>%1 must be one of %2</source>
        <translation>%1 muss eines von diesen sein: %2</translation>
    </message>
    <message>
        <source>%1 must be one of %2 or %3</source>
        <translation>%1 muss eines von diesen sein: %2 oder %3</translation>
    </message>
    <message>
        <source>%1 must be one of %2 or %3; did you mean %4?</source>
        <translation>%1 muss eines von diesen sein: %2 oder %3; ist %4 gemeint?</translation>
    </message>
    <message>
        <source>%1 must be one of %2; did you mean %3?</source>
        <translation>%1 muss eines von diesen sein: %2; ist %3 gemeint?</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number or text</source>
        <translation>eine ganze Zahl oder Text</translation>
    </message>
    <message>
        <source>a whole number, text or a list</source>
        <translation>eine ganze Zahl, Text oder eine Liste</translation>
    </message>
    <message>
        <source>a number with a fraction</source>
        <translation>eine Zahl mit Nachkommastellen</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number or text</source>
        <translation>eine Zahl oder Text</translation>
    </message>
    <message>
        <source>text or a list</source>
        <translation>Text oder eine Liste</translation>
    </message>
    <message>
        <source>text or a mapping</source>
        <translation>Text oder eine Zuordnung</translation>
    </message>
    <message>
        <source>text, a list or a mapping</source>
        <translation>Text, eine Liste oder eine Zuordnung</translation>
    </message>
    <message>
        <source>text, a list or empty</source>
        <translation>Text, eine Liste oder leer</translation>
    </message>
    <message>
        <source>text or empty</source>
        <translation>Text oder leer</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list or a mapping</source>
        <translation>eine Liste oder eine Zuordnung</translation>
    </message>
    <message>
        <source>a list or empty</source>
        <translation>eine Liste oder leer</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>eine Zuordnung</translation>
    </message>
    <message>
        <source>a mapping or empty</source>
        <translation>eine Zuordnung oder leer</translation>
    </message>
    <message>
        <source>true or false or text</source>
        <translation>true oder false oder Text</translation>
    </message>
    <message>
        <source>true or false or a mapping</source>
        <translation>true oder false oder eine Zuordnung</translation>
    </message>
    <message>
        <source>true or false, text or a mapping</source>
        <translation>true oder false, Text oder eine Zuordnung</translation>
    </message>
    <message>
        <source>true or false, a number or text</source>
        <translation>true oder false, eine Zahl oder Text</translation>
    </message>
    <message>
        <source>the key without a name</source>
        <translation>der Schlüssel ohne Namen</translation>
    </message>
    <message>
        <source>item %1 of %2</source>
        <translation>Eintrag %1 von %2</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>der Liste</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>Rename the key to %1</source>
        <translation>Den Schlüssel in %1 umbenennen</translation>
    </message>
    <message>
        <source>Put it in quotes</source>
        <translation>In Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>Make it a list</source>
        <translation>Eine Liste daraus machen</translation>
    </message>
    <message>
        <source>Change it to %1</source>
        <translation>In %1 ändern</translation>
    </message>
    <message>
        <source>The schema cannot be used</source>
        <translation>Das Schema kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>The schema cannot be used: %1</source>
        <translation>Das Schema kann nicht benutzt werden: %1</translation>
    </message>
    <message>
        <source>The schema is larger than 1 MiB</source>
        <translation>Das Schema ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>The schema is not a JSON object: %1 at byte %2</source>
        <translation>Das Schema ist kein JSON-Objekt: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>%1 brings a service %2, and %3 has one of that name already</source>
        <translation>%1 bringt einen Dienst %2 mit, und %3 hat schon einen dieses Namens</translation>
    </message>
    <message>
        <source>%1 does not go through %2 yet; the comment in %3 tells how</source>
        <translation>%1 geht noch nicht durch %2; der Kommentar in %3 sagt, wie</translation>
    </message>
    <message>
        <source>%1 is there already, and is not the catalog&apos;s; rename it, or list it in mediahelm.yaml</source>
        <translation>%1 ist schon da und nicht aus dem Katalog; benennen Sie es um, oder führen Sie es in mediahelm.yaml auf</translation>
    </message>
    <message>
        <source>%1 is there already and was left as it is</source>
        <translation>%1 ist schon da und wurde gelassen, wie es ist</translation>
    </message>
    <message>
        <source>%1 is a plain Compose project without mediahelm.yaml; make a new workspace in another folder</source>
        <translation>%1 ist ein einfaches Compose-Projekt ohne mediahelm.yaml; legen Sie einen neuen Workspace in einem anderen Ordner an</translation>
    </message>
    <message>
        <source>%1=%2, as you set it, is taken by %3; one of them will not start</source>
        <translation>%1=%2, wie Sie es gesetzt haben, ist belegt durch %3; eines von beiden wird nicht starten</translation>
    </message>
    <message>
        <source>port %1 is taken by %2, so %3=%4</source>
        <translation>Port %1 ist belegt durch %2, also %3=%4</translation>
    </message>
    <message>
        <source>port %1 is taken by %2, so %3=%4; clients expect %1 and do not look elsewhere</source>
        <translation>Port %1 ist belegt durch %2, also %3=%4; Clients erwarten %1 und suchen nicht anderswo</translation>
    </message>
    <message>
        <source>a program on this machine</source>
        <translation>ein Programm auf dieser Maschine</translation>
    </message>
    <message>
        <source>container %1</source>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>the catalog has no service &quot;%1&quot;</source>
        <translation>der Katalog hat keinen Dienst „%1“</translation>
    </message>
    <message>
        <source>the catalog has no service &quot;%1&quot;; did you mean %2?</source>
        <translation>der Katalog hat keinen Dienst „%1“; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>no service was named</source>
        <translation>es wurde kein Dienst genannt</translation>
    </message>
    <message>
        <source>%1 is retired: %2</source>
        <translation>%1 ist eingestellt: %2</translation>
    </message>
    <message>
        <source>%1 is retired: %2 Use %3.</source>
        <translation>%1 ist eingestellt: %2 Nehmen Sie %3.</translation>
    </message>
    <message>
        <source>%1 is merged: %2</source>
        <translation>%1 ist in etwas anderem aufgegangen: %2</translation>
    </message>
    <message>
        <source>%1 is merged: %2 Use %3.</source>
        <translation>%1 ist in etwas anderem aufgegangen: %2 Nehmen Sie %3.</translation>
    </message>
    <message>
        <source>%1 is archived: %2</source>
        <translation>%1 ist archiviert: %2</translation>
    </message>
    <message>
        <source>%1 is archived: %2 Use %3.</source>
        <translation>%1 ist archiviert: %2 Nehmen Sie %3.</translation>
    </message>
    <message>
        <source>%1 does nothing without %2</source>
        <translation>%1 tut nichts ohne %2</translation>
    </message>
    <message>
        <source>%1 does nothing without %2 or %3</source>
        <translation>%1 tut nichts ohne %2 oder %3</translation>
    </message>
    <message>
        <source>%1 shows your own address to others; add %2 to put it behind a VPN</source>
        <translation>%1 zeigt anderen Ihre eigene Adresse; nehmen Sie %2 dazu, um es hinter ein VPN zu stellen</translation>
    </message>
    <message>
        <source>the services ask for %1 processor cores together, and this machine has %2</source>
        <translation>die Dienste verlangen zusammen %1 Prozessorkerne, und diese Maschine hat %2</translation>
    </message>
    <message>
        <source>this machine has %1 processor cores; a media server wants %2</source>
        <translation>diese Maschine hat %1 Prozessorkerne; ein Medienserver will %2</translation>
    </message>
    <message>
        <source>the services ask for %1 of memory together, and this machine has %2</source>
        <translation>die Dienste verlangen zusammen %1 Speicher, und diese Maschine hat %2</translation>
    </message>
    <message>
        <source>this machine has %1 of memory; a media server wants %2</source>
        <translation>diese Maschine hat %1 Speicher; ein Medienserver will %2</translation>
    </message>
    <message>
        <source>the services ask for %1 of disk together beside the media, and %2 are free there</source>
        <translation>die Dienste verlangen neben den Medien zusammen %1 Platz auf der Platte, und dort sind %2 frei</translation>
    </message>
    <message>
        <source>%1 of disk are free there; a media server wants %2 beside the media</source>
        <translation>dort sind %1 auf der Platte frei; ein Medienserver will %2 neben den Medien</translation>
    </message>
    <message>
        <source>%1 has just been changed by somebody else; nothing was done</source>
        <translation>%1 wurde gerade von jemand anderem geändert; es wurde nichts getan</translation>
    </message>
    <message>
        <source>%1; make it, and give it to %2:%3</source>
        <translation>%1; legen Sie ihn an, und geben Sie ihn %2:%3</translation>
    </message>
    <message>
        <source>%1 has to belong to %2:%3: sudo chown %2:%3 %1</source>
        <translation>%1 muss %2:%3 gehören: sudo chown %2:%3 %1</translation>
    </message>
    <message>
        <source>%1 is no folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>%1 is a secret, and what is typed here can be seen by others; set it afterwards: mediahelm secrets set %1</source>
        <translation>%1 ist ein Geheimnis, und was hier getippt wird, können andere sehen; setzen Sie es danach: mediahelm secrets set %1</translation>
    </message>
    <message>
        <source>none of these services has a variable %1</source>
        <translation>keiner dieser Dienste hat eine Variable %1</translation>
    </message>
    <message>
        <source>none of these services has a variable %1; did you mean %2?</source>
        <translation>keiner dieser Dienste hat eine Variable %1; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>%1 is a port: a number from 1 to 65535, not &quot;%2&quot;</source>
        <translation>%1 ist ein Port: eine Zahl von 1 bis 65535, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 is a whole number, not &quot;%2&quot;</source>
        <translation>%1 ist eine ganze Zahl, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 is true or false, not &quot;%2&quot;</source>
        <translation>%1 ist true oder false, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 is an absolute path, not &quot;%2&quot;</source>
        <translation>%1 ist ein absoluter Pfad, nicht „%2“</translation>
    </message>
    <message>
        <source>%1 is one of %2, not &quot;%3&quot;</source>
        <translation>%1 ist eines von %2, nicht „%3“</translation>
    </message>
    <message>
        <source>%1 cannot hold this value in a .env file, not &quot;%2&quot;</source>
        <translation>%1 kann diesen Wert in einer .env-Datei nicht haben: „%2“</translation>
    </message>
    <message>
        <source>%1 of the catalog cannot be put behind a VPN</source>
        <translation>%1 des Katalogs kann nicht hinter ein VPN gestellt werden</translation>
    </message>
    <message>
        <source>%1 lives in the network of %2: others reach it under the name %2</source>
        <translation>%1 lebt im Netzwerk von %2: andere erreichen es unter dem Namen %2</translation>
    </message>
    <message>
        <source>a workspace is just being made</source>
        <translation>gerade wird ein Workspace angelegt</translation>
    </message>
    <message>
        <source>the plan is an older one</source>
        <translation>der Plan ist ein älterer</translation>
    </message>
    <message>
        <source>the workspace was not made</source>
        <translation>der Workspace wurde nicht angelegt</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>no engine answered here, so ports of containers that do not run are not known</source>
        <translation>hier hat keine Engine geantwortet, also sind Ports von Containern, die nicht laufen, nicht bekannt</translation>
    </message>
    <message>
        <source>a project %1 runs already, from %2; Compose takes both for one: choose another name with --project</source>
        <translation>ein Projekt %1 läuft schon, aus %2; Compose hält beide für eines: wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a project: %2</source>
        <translation>„%1“ ist kein Name eines Projekts: %2</translation>
    </message>
    <message>
        <source>the workspace in %1 is the project %2 already</source>
        <translation>der Workspace in %1 ist schon das Projekt %2</translation>
    </message>
    <message>
        <source>%1 is not empty: there is %2; nothing was done</source>
        <translation>%1 ist nicht leer: dort ist %2; es wurde nichts getan</translation>
    </message>
    <message>
        <source>opening the folder takes it for the project %1; a line name: %2 in its file says which it is</source>
        <translation>beim Öffnen gilt der Ordner als Projekt %1; eine Zeile name: %2 in seiner Datei sagt, welches es ist</translation>
    </message>
    <message>
        <source>opening the folder takes other files: %1</source>
        <translation>beim Öffnen des Ordners gelten andere Dateien: %1</translation>
    </message>
    <message>
        <source>opening the folder takes other env files: %1</source>
        <translation>beim Öffnen des Ordners gelten andere env-Dateien: %1</translation>
    </message>
    <message>
        <source>it was made from a file on the standard input, which is gone</source>
        <translation>es wurde aus einer Datei auf der Standardeingabe gemacht, die weg ist</translation>
    </message>
    <message>
        <source>its containers do not say which files they were made of</source>
        <translation>seine Container sagen nicht, aus welchen Dateien sie gemacht wurden</translation>
    </message>
    <message>
        <source>its containers were started with different files; these are the newest one&apos;s</source>
        <translation>seine Container wurden mit verschiedenen Dateien gestartet; diese sind die des neuesten</translation>
    </message>
    <message>
        <source>another value of %1 is kept already; nothing was changed</source>
        <translation>von %1 ist schon ein anderer Wert aufbewahrt; es wurde nichts geändert</translation>
    </message>
    <message>
        <source>the image that it was made from is gone, so that all of its settings are written out</source>
        <translation>das Image, aus dem er gemacht wurde, ist weg, deshalb sind alle seine Einstellungen ausgeschrieben</translation>
    </message>
    <message>
        <source>%1 names another image by now than the one that the container was made from</source>
        <translation>%1 nennt inzwischen ein anderes Image als das, aus dem der Container gemacht wurde</translation>
    </message>
    <message>
        <source>the engine does not say how the container was made</source>
        <translation>die Engine sagt nicht, wie der Container gemacht wurde</translation>
    </message>
    <message>
        <source>%1 belongs to the Compose project %2 already; adopt that one</source>
        <translation>%1 gehört schon zum Compose-Projekt %2; übernehmen Sie dieses</translation>
    </message>
    <message>
        <source>its seccomp profile is left out: save it as a file, and name that</source>
        <translation>sein seccomp-Profil ist weggelassen: speichern Sie es als Datei, und nennen Sie diese</translation>
    </message>
    <message>
        <source>it is removed when it ends (--rm), which Compose cannot say</source>
        <translation>er wird entfernt, wenn er endet (--rm), was Compose nicht sagen kann</translation>
    </message>
    <message>
        <source>an argument of the command looks like a secret, and stands in the file</source>
        <translation>ein Argument des Befehls sieht aus wie ein Geheimnis und steht in der Datei</translation>
    </message>
    <message>
        <source>a mount of the kind %1 at %2 is left out</source>
        <translation>ein Mount der Art %1 bei %2 ist weggelassen</translation>
    </message>
    <message>
        <source>the volume without a name at %1 may be another container&apos;s, and is left out</source>
        <translation>das Volume ohne Namen bei %1 ist vielleicht das eines anderen Containers und ist weggelassen</translation>
    </message>
    <message>
        <source>the volumes of another container are mounted read-only, and Compose mounts them to be written</source>
        <translation>die Volumes eines anderen Containers sind nur zum Lesen eingehängt, und Compose hängt sie zum Schreiben ein</translation>
    </message>
    <message>
        <source>links to other containers cannot be made again; put them into one network</source>
        <translation>Links zu anderen Containern können nicht wieder gemacht werden; bringen Sie sie in ein Netzwerk</translation>
    </message>
    <message>
        <source>it is in the engine&apos;s own network bridge and in others; Compose can only do the first</source>
        <translation>er ist im Netzwerk bridge der Engine und in anderen; Compose kann nur das erste</translation>
    </message>
    <message>
        <source>all ports are published, which Compose cannot say; those of today are listed</source>
        <translation>alle Ports sind veröffentlicht, was Compose nicht sagen kann; die von heute sind aufgeführt</translation>
    </message>
    <message>
        <source>a project&apos;s folder is named by its absolute path</source>
        <translation>der Ordner eines Projekts wird mit seinem absoluten Pfad genannt</translation>
    </message>
    <message>
        <source>a file&apos;s path does not begin with &apos;-&apos; and holds no control character</source>
        <translation>der Pfad einer Datei beginnt nicht mit „-“ und enthält kein Steuerzeichen</translation>
    </message>
    <message>
        <source>a profile&apos;s name is letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>der Name eines Profils besteht aus Buchstaben, Ziffern, „.“, „_“ und „-“</translation>
    </message>
    <message>
        <source>the workspace %1 is held by %2 (process %3), which is deploying since %4</source>
        <translation>der Workspace %1 wird von %2 gehalten (Prozess %3), das seit %4 ein Deployment ausführt</translation>
    </message>
    <message>
        <source>the Mediahelm window</source>
        <translation>dem Fenster von Mediahelm</translation>
    </message>
    <message>
        <source>saving a revision</source>
        <translation>Speichern einer Revision</translation>
    </message>
    <message>
        <source>noting a deployment</source>
        <translation>Vermerken eines Deployments</translation>
    </message>
    <message>
        <source>adding a tag</source>
        <translation>Hinzufügen eines Tags</translation>
    </message>
    <message>
        <source>removing a tag</source>
        <translation>Entfernen eines Tags</translation>
    </message>
    <message>
        <source>restoring files</source>
        <translation>Zurücklegen von Dateien</translation>
    </message>
    <message>
        <source>finishing an interrupted restore</source>
        <translation>Beenden eines unterbrochenen Zurücklegens</translation>
    </message>
    <message>
        <source>setting a damaged journal aside</source>
        <translation>Beiseitelegen eines beschädigten Journals</translation>
    </message>
    <message>
        <source>beginning a new revision store</source>
        <translation>Beginnen eines neuen Revisionsspeichers</translation>
    </message>
    <message>
        <source>the revision store is not damaged</source>
        <translation>der Revisionsspeicher ist nicht beschädigt</translation>
    </message>
    <message>
        <source>the journal %1 is not damaged</source>
        <translation>das Journal %1 ist nicht beschädigt</translation>
    </message>
    <message>
        <source>no restore was interrupted</source>
        <translation>kein Zurücklegen wurde unterbrochen</translation>
    </message>
    <message>
        <source>the workspace is not held</source>
        <translation>der Workspace wird nicht gehalten</translation>
    </message>
    <message>
        <source>cannot set aside %1: %2</source>
        <translation>%1 kann nicht beiseitegelegt werden: %2</translation>
    </message>
    <message>
        <source>a revision&apos;s message is at most 65536 characters, without control characters</source>
        <translation>die Nachricht einer Revision hat höchstens 65536 Zeichen, ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>a revision needs the name of who made it</source>
        <translation>eine Revision braucht den Namen dessen, der sie gemacht hat</translation>
    </message>
    <message>
        <source>the name and email of who made it are at most 256 characters, without &apos;&lt;&apos;, &apos;&gt;&apos; and control characters</source>
        <translation>Name und E-Mail dessen, der sie gemacht hat, haben höchstens 256 Zeichen, ohne „&lt;“, „&gt;“ und Steuerzeichen</translation>
    </message>
    <message>
        <source>%1 and %2 cannot both be files</source>
        <translation>%1 und %2 können nicht beide Dateien sein</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 wurde geändert</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 wurde entfernt</translation>
    </message>
    <message>
        <source>%1 is in the way, and not of the workspace&apos;s history</source>
        <translation>%1 ist im Weg und nicht aus der Geschichte des Workspaces</translation>
    </message>
    <message>
        <source>%1 would lie outside the workspace</source>
        <translation>%1 läge außerhalb des Workspaces</translation>
    </message>
    <message>
        <source>%1; and the files cannot be put back now: %2</source>
        <translation>%1; und die Dateien können jetzt nicht zurückgelegt werden: %2</translation>
    </message>
    <message>
        <source>cannot look at %1: %2</source>
        <translation>%1 kann nicht angesehen werden: %2</translation>
    </message>
    <message>
        <source>%1 is no plain file</source>
        <translation>%1 ist keine einfache Datei</translation>
    </message>
    <message>
        <source>Take their permission away: chmod 600 %1</source>
        <translation>Nehmen Sie ihnen das Recht: chmod 600 %1</translation>
    </message>
    <message>
        <source>Take their permission away: chmod 700 %1</source>
        <translation>Nehmen Sie ihnen das Recht: chmod 700 %1</translation>
    </message>
    <message>
        <source>there is no memory for the secrets</source>
        <translation>für die Geheimnisse ist kein Speicher da</translation>
    </message>
    <message>
        <source>there is no memory for the key of the secrets</source>
        <translation>für den Schlüssel der Geheimnisse ist kein Speicher da</translation>
    </message>
    <message>
        <source>%1 cannot be read without it, and is left as it is. Put the key back; or, if it is lost, move the file away and set the secrets again.</source>
        <translation>%1 kann ohne ihn nicht gelesen werden und bleibt, wie es ist. Legen Sie den Schlüssel zurück; oder, wenn er verloren ist, verschieben Sie die Datei, und setzen Sie die Geheimnisse neu.</translation>
    </message>
    <message>
        <source>Put the right key there. A new one is made by: head -c 32 /dev/urandom. What was sealed under another key cannot be read with it.</source>
        <translation>Legen Sie den richtigen Schlüssel dorthin. Ein neuer wird gemacht mit: head -c 32 /dev/urandom. Was mit einem anderen Schlüssel versiegelt wurde, kann damit nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Put the file itself there.</source>
        <translation>Legen Sie die Datei selbst dorthin.</translation>
    </message>
    <message>
        <source>libsodium cannot be used</source>
        <translation>libsodium kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>cannot open the folder %1: %2</source>
        <translation>der Ordner %1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>cannot remove the folder %1: %2</source>
        <translation>der Ordner %1 kann nicht entfernt werden: %2</translation>
    </message>
    <message>
        <source>cannot set the mode of %1: %2</source>
        <translation>der Modus von %1 kann nicht gesetzt werden: %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is unreadable</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>everything is up, but %1</source>
        <translation>alles läuft, aber %1</translation>
    </message>
    <message>
        <source>%1; put back to %2, and everything is up, but %3</source>
        <translation>%1; zurückgesetzt auf %2, und alles läuft, aber %3</translation>
    </message>
    <message>
        <source>%1; what was changed is kept as revision %2</source>
        <translation>%1; was geändert war, ist als Revision %2 aufgehoben</translation>
    </message>
    <message>
        <source>last-good is the program&apos;s own: it marks what a failed deployment goes back to</source>
        <translation>last-good gehört dem Programm: Es merkt sich damit, wohin ein fehlgeschlagenes Deployment zurückgeht</translation>
    </message>
    <message>
        <source>&apos;docker compose&apos; of an earlier deployment does not end (session %1)</source>
        <translation>&apos;docker compose&apos; eines früheren Deployments endet nicht (Sitzung %1)</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>COMPOSE_FILE in .env names %1, which leads out of the folder; move the file into it, or open the folder that has them all</source>
        <translation>COMPOSE_FILE in .env nennt %1, was aus dem Ordner hinausführt; legen Sie die Datei hinein, oder öffnen Sie den Ordner, der alle enthält</translation>
    </message>
    <message>
        <source>COMPOSE_FILE in .env names %1, and there is no such file; make it, or take it off that list</source>
        <translation>COMPOSE_FILE in .env nennt %1, und diese Datei gibt es nicht; legen Sie sie an, oder nehmen Sie sie von der Liste</translation>
    </message>
    <message>
        <source>%1 is fetched by Compose from elsewhere, and not looked into here</source>
        <translation>%1 holt Compose von anderswo, und es wird hier nicht angesehen</translation>
    </message>
    <message>
        <source>%1 is not looked into: more is included here than this program reads</source>
        <translation>%1 wird nicht angesehen: Hier wird mehr eingebunden, als dieses Programm liest</translation>
    </message>
    <message>
        <source>there is no %1, which this names; make it, or mend the path</source>
        <translation>es gibt %1 nicht, was hier genannt ist; legen Sie es an, oder berichtigen Sie den Pfad</translation>
    </message>
    <message>
        <source>%1 cannot be read: see that it is a file, of at most 4 MiB, that you may read</source>
        <translation>%1 kann nicht gelesen werden: Es muss eine Datei von höchstens 4 MiB sein, die Sie lesen dürfen</translation>
    </message>
    <message>
        <source>files include each other in a circle: %1; take one of the entries out</source>
        <translation>Dateien binden einander im Kreis ein: %1; nehmen Sie einen der Einträge heraus</translation>
    </message>
    <message>
        <source>%1 is not looked into: it is included through more than %2 files</source>
        <translation>%1 wird nicht angesehen: Es ist über mehr als %2 Dateien eingebunden</translation>
    </message>
    <message>
        <source>this is not what Compose takes here; look at the file, which lies outside the workspace</source>
        <translation>das nimmt Compose hier nicht an; sehen Sie in der Datei nach, die außerhalb des Arbeitsbereichs liegt</translation>
    </message>
    <message>
        <source>this cannot be read; look at the file, which lies outside the workspace</source>
        <translation>das ist nicht lesbar; sehen Sie in der Datei nach, die außerhalb des Arbeitsbereichs liegt</translation>
    </message>
    <message>
        <source>%1 is named by other files: take it out of these first</source>
        <translation>%1 wird von anderen Dateien genannt: Nehmen Sie es dort erst heraus</translation>
    </message>
    <message>
        <source>%1 lies outside the workspace: change it there</source>
        <translation>%1 liegt außerhalb des Arbeitsbereichs: Ändern Sie es dort</translation>
    </message>
    <message>
        <source>another value of %1 is taken from %2, which counts: take this one out by hand</source>
        <translation>ein anderer Wert von %1 kommt aus %2, und der zählt: Nehmen Sie diesen von Hand heraus</translation>
    </message>
    <message>
        <source>%1 stands under %2 here and, otherwise, in %3, which is included; give one of them another name, or change it in a file that is named beside that one under path</source>
        <translation>%1 steht hier unter %2 und anders in %3, das eingebunden ist; geben Sie einem davon einen anderen Namen, oder ändern Sie es in einer Datei, die neben jener unter path genannt ist</translation>
    </message>
    <message>
        <source>services extend each other in a circle: %1; take one extends out</source>
        <translation>Dienste erweitern einander im Kreis: %1; nehmen Sie ein extends heraus</translation>
    </message>
    <message>
        <source>a workspace is just being made of another one</source>
        <translation>aus einem anderen wird gerade ein Arbeitsbereich gemacht</translation>
    </message>
    <message>
        <source>no container was imported</source>
        <translation>es wurde kein Container übernommen</translation>
    </message>
    <message>
        <source>%1 is no whole path of a folder</source>
        <translation>%1 ist kein vollständiger Pfad eines Ordners</translation>
    </message>
    <message>
        <source>%1 is not empty; nothing was done</source>
        <translation>%1 ist nicht leer; es wurde nichts getan</translation>
    </message>
    <message>
        <source>folder that it is built in</source>
        <translation>Ordner, in dem er gebaut wird</translation>
    </message>
    <message>
        <source>extends names the service %1, which %2 does not have; give the file that has it</source>
        <translation>extends nennt den Dienst %1, den %2 nicht hat; geben Sie die Datei an, die ihn hat</translation>
    </message>
    <message>
        <source>extends names the service %1, which %2 does not have; did you mean %3?</source>
        <translation>extends nennt den Dienst %1, den %2 nicht hat; ist %3 gemeint?</translation>
    </message>
</context>
<context>
    <name>DestructiveButtons</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>exited %1</source>
        <comment>exit code</comment>
        <translation>beendet mit %1</translation>
    </message>
    <message>
        <source>created</source>
        <comment>and never started</comment>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>dead</source>
        <comment>state of a container</comment>
        <translation>tot</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>number of containers: %1</source>
        <translation>Zahl der Container: %1</translation>
    </message>
    <message>
        <source>another image: %1</source>
        <translation>anderes Image: %1</translation>
    </message>
    <message>
        <source>%1 means another image now</source>
        <translation>%1 bezeichnet jetzt ein anderes Image</translation>
    </message>
    <message>
        <source>%1 is not on this host yet</source>
        <translation>%1 ist noch nicht auf diesem Host</translation>
    </message>
    <message>
        <source>variables: %1</source>
        <translation>Variablen: %1</translation>
    </message>
    <message>
        <source>volumes or folders: %1</source>
        <translation>Volumes oder Ordner: %1</translation>
    </message>
    <message>
        <source>ports: %1</source>
        <translation>Ports: %1</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>Labels: %1</translation>
    </message>
    <message>
        <source>networks: %1</source>
        <translation>Netzwerke: %1</translation>
    </message>
    <message>
        <source>shared namespaces: %1</source>
        <translation>geteilte Namensräume: %1</translation>
    </message>
    <message>
        <source>%1 gets a new container</source>
        <translation>%1 erhält einen neuen Container</translation>
    </message>
    <message>
        <source>restarted, since %1 gets a new container</source>
        <translation>neu gestartet, weil %1 einen neuen Container erhält</translation>
    </message>
    <message>
        <source>does not run: %1</source>
        <translation>läuft nicht: %1</translation>
    </message>
    <message>
        <source>had done its work (%1), and runs once more</source>
        <translation>war fertig (%1) und läuft noch einmal</translation>
    </message>
    <message>
        <source>has no container yet</source>
        <translation>hat noch keinen Container</translation>
    </message>
    <message>
        <source>another command</source>
        <translation>anderer Befehl</translation>
    </message>
    <message>
        <source>another entrypoint</source>
        <translation>anderer Einstiegspunkt</translation>
    </message>
    <message>
        <source>another network mode</source>
        <translation>anderer Netzwerkmodus</translation>
    </message>
    <message>
        <source>volumes of another container</source>
        <translation>Volumes eines anderen Containers</translation>
    </message>
    <message>
        <source>another health check</source>
        <translation>andere Gesundheitsprüfung</translation>
    </message>
    <message>
        <source>another restart policy</source>
        <translation>andere Neustartregel</translation>
    </message>
    <message>
        <source>another user</source>
        <translation>anderer Benutzer</translation>
    </message>
    <message>
        <source>another working directory</source>
        <translation>anderes Arbeitsverzeichnis</translation>
    </message>
    <message>
        <source>another host name</source>
        <translation>anderer Hostname</translation>
    </message>
    <message>
        <source>other privileges</source>
        <translation>andere Vorrechte</translation>
    </message>
    <message>
        <source>other capabilities</source>
        <translation>andere Fähigkeiten</translation>
    </message>
    <message>
        <source>other devices</source>
        <translation>andere Geräte</translation>
    </message>
    <message>
        <source>other limits of memory or processor time</source>
        <translation>andere Grenzen für Speicher oder Rechenzeit</translation>
    </message>
    <message>
        <source>does not run</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>is paused: resume it first, Compose cannot start it</source>
        <translation>ist angehalten: erst fortsetzen, Compose kann ihn nicht starten</translation>
    </message>
    <message>
        <source>had done its work, and runs once more</source>
        <translation>war fertig und läuft noch einmal</translation>
    </message>
    <message>
        <source>no file names it any more</source>
        <translation>keine Datei nennt ihn mehr</translation>
    </message>
    <message>
        <source>its configuration has changed</source>
        <translation>seine Konfiguration hat sich geändert</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Recreate</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>changed since it was started: %1</source>
        <translation>seit dem Start geändert: %1</translation>
    </message>
    <message>
        <source>is restarted with %1, as it asks for</source>
        <translation>wird zusammen mit %1 neu gestartet, wie verlangt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>is recreated with %1: it lives in its network</source>
        <translation>wird mit %1 neu angelegt: lebt in dessen Netzwerk</translation>
    </message>
    <message>
        <source>is restarted with %1: it lives in its network</source>
        <translation>wird mit %1 neu gestartet: lebt in dessen Netzwerk</translation>
    </message>
    <message>
        <source>is pulled</source>
        <translation>wird geholt</translation>
    </message>
    <message>
        <source>is built</source>
        <translation>wird gebaut</translation>
    </message>
    <message>
        <source>cannot be had: its pull policy forbids to pull it</source>
        <translation>ist nicht zu haben: seine Pull-Regel verbietet, es zu holen</translation>
    </message>
    <message>
        <source>it is not here yet</source>
        <translation>es ist noch nicht hier</translation>
    </message>
    <message>
        <source>its pull policy asks for it each time</source>
        <translation>seine Pull-Regel verlangt es jedes Mal</translation>
    </message>
    <message>
        <source>the one that is here is outdated</source>
        <translation>das vorhandene ist veraltet</translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recreated</source>
        <translation>
            <numerusform>%n neu angelegt</numerusform>
            <numerusform>%n neu angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n angelegt</numerusform>
            <numerusform>%n angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n started</source>
        <translation>
            <numerusform>%n gestartet</numerusform>
            <numerusform>%n gestartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarted</source>
        <translation>
            <numerusform>%n neu gestartet</numerusform>
            <numerusform>%n neu gestartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow</source>
        <translation>
            <numerusform>%n folgt</numerusform>
            <numerusform>%n folgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unverändert</numerusform>
            <numerusform>%n unverändert</numerusform>
        </translation>
    </message>
    <message>
        <source>no services</source>
        <translation>keine Dienste</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Executable bit changed</source>
        <translation>Ausführbarkeit geändert</translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>From *%1 in line %2; another value here takes its place.</source>
        <translation>Aus *%1 in Zeile %2; ein anderer Wert hier tritt an dessen Stelle.</translation>
    </message>
    <message>
        <source>Merged in from line %1; a value here counts before it.</source>
        <translation>Aus Zeile %1 eingemischt; ein Wert hier geht vor.</translation>
    </message>
    <message>
        <source>From the service %1, which this one extends.</source>
        <translation>Vom Dienst %1, den dieser erweitert.</translation>
    </message>
    <message>
        <source>Stands behind an alias: edit it where it is defined.</source>
        <translation>Steht hinter einem Alias: dort zu ändern, wo es festgelegt ist.</translation>
    </message>
    <message>
        <source>Stands behind *%1: edit it in line %2.</source>
        <translation>Steht hinter *%1: in Zeile %2 zu ändern.</translation>
    </message>
    <message>
        <source>Merged in from line %1: edit it there. A part of it here would hide the rest.</source>
        <translation>Aus Zeile %1 eingemischt: dort zu ändern. Ein Teil davon hier würde den Rest verdecken.</translation>
    </message>
    <message>
        <source>What is around it is merged in: a part of it here would hide the rest.</source>
        <translation>Was darum herum steht, ist eingemischt: Ein Teil davon hier würde den Rest verdecken.</translation>
    </message>
    <message>
        <source>Written in a way that only the text can edit.</source>
        <translation>So geschrieben, dass es nur im Text zu ändern ist.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Gesundheitsprüfung</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>In Mediahelm</source>
        <translation>In Mediahelm</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Folder or volume</source>
        <translation>Ordner oder Volume</translation>
    </message>
    <message>
        <source>Read only</source>
        <comment>column of a table</comment>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Name hinzufügen</translation>
    </message>
    <message>
        <source>Add a port</source>
        <translation>Port hinzufügen</translation>
    </message>
    <message>
        <source>Add a mount</source>
        <translation>Einbindung hinzufügen</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>A secret is in it.</source>
        <translation>Ein Geheimnis steckt darin.</translation>
    </message>
    <message>
        <source>Comes to: %1</source>
        <translation>Ergibt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n other places of the file use this very value.</source>
        <translation>
            <numerusform>%n weitere Stelle der Datei verwendet eben diesen Wert.</numerusform>
            <numerusform>%n weitere Stellen der Datei verwenden eben diesen Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged in from elsewhere: edit it there.</source>
        <translation>Von anderswo eingemischt: dort zu ändern.</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>It must be one of %1.</source>
        <translation>Möglich sind nur: %1.</translation>
    </message>
    <message>
        <source>It must be a number, or a variable such as ${NAME}.</source>
        <translation>Es muss eine Zahl sein oder eine Variable wie ${NAME}.</translation>
    </message>
    <message>
        <source>It must be from %1 to %2.</source>
        <translation>Es muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>It must be %1 or more.</source>
        <translation>Es muss mindestens %1 sein.</translation>
    </message>
    <message>
        <source>It must be %1 or less.</source>
        <translation>Es darf höchstens %1 sein.</translation>
    </message>
</context>
<context>
    <name>ServiceLook</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Nicht gesund</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Out of memory (%1)</source>
        <comment>exit code</comment>
        <translation>Speichermangel (%1)</translation>
    </message>
    <message>
        <source>Exited (%1)</source>
        <comment>exit code</comment>
        <translation>Beendet (%1)</translation>
    </message>
    <message>
        <source>Restarting (%1)</source>
        <comment>exit code</comment>
        <translation>Startet neu (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healthy</source>
        <translation>
            <numerusform>%n gesund</numerusform>
            <numerusform>%n gesund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unhealthy</source>
        <translation>
            <numerusform>%n nicht gesund</numerusform>
            <numerusform>%n nicht gesund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starting</source>
        <translation>
            <numerusform>%n startet</numerusform>
            <numerusform>%n starten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarting</source>
        <translation>
            <numerusform>%n startet neu</numerusform>
            <numerusform>%n starten neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n pausiert</numerusform>
            <numerusform>%n pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exited</source>
        <translation>
            <numerusform>%n beendet</numerusform>
            <numerusform>%n beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead</source>
        <translation>
            <numerusform>%n tot</numerusform>
            <numerusform>%n tot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n erstellt</numerusform>
            <numerusform>%n erstellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removing</source>
        <translation>
            <numerusform>%n wird entfernt</numerusform>
            <numerusform>%n werden entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsRepair</name>
    <message>
        <source>The settings cannot be read.</source>
        <translation>Die Einstellungen sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Go on with the last good copy</source>
        <translation>Mit der letzten guten Fassung weiterarbeiten</translation>
    </message>
    <message>
        <source>Set the file aside and begin anew</source>
        <translation>Datei beiseitelegen und neu anfangen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find an action or service…</source>
        <translation>Aktion oder Dienst suchen …</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu: %1</translation>
    </message>
    <message>
        <source>Connect again now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>Host hinzufügen …</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Mediahelm</source>
        <translation>Über Mediahelm</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>%1 gestartet</translation>
    </message>
    <message>
        <source>Could not start %1</source>
        <translation>%1 konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Start failed</source>
        <translation>Starten misslungen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stoppt …</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>%1 gestoppt</translation>
    </message>
    <message>
        <source>Could not stop %1</source>
        <translation>%1 konnte nicht gestoppt werden</translation>
    </message>
    <message>
        <source>Stop failed</source>
        <translation>Stoppen misslungen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Startet neu …</translation>
    </message>
    <message>
        <source>Restarted</source>
        <translation>Neu gestartet</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>%1 neu gestartet</translation>
    </message>
    <message>
        <source>Could not restart %1</source>
        <translation>%1 konnte nicht neu gestartet werden</translation>
    </message>
    <message>
        <source>Restart failed</source>
        <translation>Neustart misslungen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausiert …</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>Could not pause %1</source>
        <translation>%1 konnte nicht pausiert werden</translation>
    </message>
    <message>
        <source>Pause failed</source>
        <translation>Pausieren misslungen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>Setzt fort …</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Resumed %1</source>
        <translation>%1 fortgesetzt</translation>
    </message>
    <message>
        <source>Could not resume %1</source>
        <translation>%1 konnte nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Resume failed</source>
        <translation>Fortsetzen misslungen</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Sofort beenden</translation>
    </message>
    <message>
        <source>Killing…</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Sofort beendet</translation>
    </message>
    <message>
        <source>Killed %1</source>
        <translation>%1 sofort beendet</translation>
    </message>
    <message>
        <source>Could not kill %1</source>
        <translation>%1 konnte nicht beendet werden</translation>
    </message>
    <message>
        <source>Kill failed</source>
        <translation>Beenden misslungen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Could not remove %1</source>
        <translation>%1 konnte nicht entfernt werden</translation>
    </message>
    <message>
        <source>Remove failed</source>
        <translation>Entfernen misslungen</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No answer came in time; it may still be done.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort; vielleicht geschieht es noch.</translation>
    </message>
    <message>
        <source>Look at the state before trying again. The host may be busy.</source>
        <translation>Sehen Sie vor einem neuen Versuch nach dem Zustand. Vielleicht ist der Host ausgelastet.</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>Der Host ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Try again when the connection is back; Hosts shows why it is lost.</source>
        <translation>Versuchen Sie es erneut, wenn die Verbindung wieder steht; unter Hosts steht, warum sie fehlt.</translation>
    </message>
    <message>
        <source>The engine does not permit it.</source>
        <translation>Die Engine erlaubt es nicht.</translation>
    </message>
    <message>
        <source>Check the rights of the user that the host is reached with.</source>
        <translation>Prüfen Sie die Rechte des Benutzers, mit dem der Host erreicht wird.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>Es gibt ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Its state does not allow it now.</source>
        <translation>Sein Zustand lässt es jetzt nicht zu.</translation>
    </message>
    <message>
        <source>Look at its state, and whether another action on it is under way.</source>
        <translation>Sehen Sie nach seinem Zustand und ob eine andere Aktion an ihm im Gange ist.</translation>
    </message>
    <message>
        <source>The engine did not accept the request.</source>
        <translation>Die Engine hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The engine on that host is too old or too new for it.</source>
        <translation>Die Engine auf diesem Host ist dafür zu alt oder zu neu.</translation>
    </message>
    <message>
        <source>Update Docker on the host.</source>
        <translation>Aktualisieren Sie Docker auf dem Host.</translation>
    </message>
    <message>
        <source>This machine could not read or write what it needs.</source>
        <translation>Dieser Rechner konnte etwas Nötiges nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Check free disk space and the rights of the folder.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>The engine reported an error.</source>
        <translation>Die Engine hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>The details and the service&apos;s log tell more.</source>
        <translation>Mehr sagen die Einzelheiten und das Protokoll des Dienstes.</translation>
    </message>
    <message numerus="yes">
        <source>Start %n services</source>
        <translation>
            <numerusform>%n Dienst starten</numerusform>
            <numerusform>%n Dienste starten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n services</source>
        <translation>
            <numerusform>%n Dienst stoppen</numerusform>
            <numerusform>%n Dienste stoppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n services</source>
        <translation>
            <numerusform>%n Dienst neu starten</numerusform>
            <numerusform>%n Dienste neu starten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n services</source>
        <translation>
            <numerusform>%n Dienst pausieren</numerusform>
            <numerusform>%n Dienste pausieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n services</source>
        <translation>
            <numerusform>%n Dienst fortsetzen</numerusform>
            <numerusform>%n Dienste fortsetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n services</source>
        <translation>
            <numerusform>%n Dienst sofort beenden</numerusform>
            <numerusform>%n Dienste sofort beenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n containers</source>
        <translation>
            <numerusform>%n Container entfernen</numerusform>
            <numerusform>%n Container entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Started %n services</source>
        <translation>
            <numerusform>%n Dienst gestartet</numerusform>
            <numerusform>%n Dienste gestartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped %n services</source>
        <translation>
            <numerusform>%n Dienst gestoppt</numerusform>
            <numerusform>%n Dienste gestoppt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarted %n services</source>
        <translation>
            <numerusform>%n Dienst neu gestartet</numerusform>
            <numerusform>%n Dienste neu gestartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused %n services</source>
        <translation>
            <numerusform>%n Dienst pausiert</numerusform>
            <numerusform>%n Dienste pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resumed %n services</source>
        <translation>
            <numerusform>%n Dienst fortgesetzt</numerusform>
            <numerusform>%n Dienste fortgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Killed %n services</source>
        <translation>
            <numerusform>%n Dienst sofort beendet</numerusform>
            <numerusform>%n Dienste sofort beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n containers</source>
        <translation>
            <numerusform>%n Container entfernt</numerusform>
            <numerusform>%n Container entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbindet neu</translation>
    </message>
    <message>
        <source>Not responding, last answer %1</source>
        <translation>Antwortet nicht, letzte Antwort %1</translation>
    </message>
    <message>
        <source>Reconnecting: next try in %1</source>
        <translation>Verbindet neu: nächster Versuch in %1</translation>
    </message>
    <message>
        <source>Reconnecting: trying now</source>
        <translation>Verbindet neu: Versuch läuft</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <comment>a sentence</comment>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>headline, reason</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>connection</comment>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::AboutDialog</name>
    <message>
        <source>About Mediahelm</source>
        <translation>Über Mediahelm</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Control center for a Docker-based home media server</source>
        <translation>Leitstand für den Medienserver zu Hause, auf der Grundlage von Docker</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Built on Qt %1. Icons: Material Symbols (Apache License 2.0).</source>
        <translation>Beruht auf Qt %1. Symbole: Material Symbols (Apache-Lizenz 2.0).</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ActivityBar</name>
    <message>
        <source>Something is under way</source>
        <translation>Etwas ist im Gange</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the deployment</source>
        <translation>Das Anwenden zeigen</translation>
    </message>
    <message>
        <source>Show the deployment: %1</source>
        <translation>Das Anwenden zeigen: %1</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ActivityDialog</name>
    <message>
        <source>Nothing has been done since the program was started.</source>
        <translation>Seit dem Programmstart wurde nichts getan.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>what was done, host or folder, when</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ActivityLog</name>
    <message>
        <source>%1 %2</source>
        <comment>Stopping…, service</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::BannerRow</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button, host</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more hosts are not connected</source>
        <translation>
            <numerusform>%n weiterer Host ist nicht verbunden</numerusform>
            <numerusform>%n weitere Hosts sind nicht verbunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Show hosts</source>
        <translation>Hosts zeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>host, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>what is shown is from %1</source>
        <translation>Stand: %1</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::BeginAnewDialog</name>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Set the damaged store aside?</source>
        <translation>Den beschädigten Speicher beiseitelegen?</translation>
    </message>
    <message>
        <source>This folder, with all revisions, tags and reports that are in it, is set aside:</source>
        <translation>Dieser Ordner wird beiseitegelegt, mit allen Revisionen, Marken und Berichten darin:</translation>
    </message>
    <message>
        <source>The store</source>
        <translation>Der Speicher</translation>
    </message>
    <message>
        <source>It is then called, with the time in place of the dots:</source>
        <translation>Er heißt dann so, mit der Zeit anstelle der Punkte:</translation>
    </message>
    <message>
        <source>Its new name</source>
        <translation>Sein neuer Name</translation>
    </message>
    <message>
        <source>Nothing is deleted: git can still read what is whole in it. An empty store is begun, in which the next revision is the first one; there is no way back to an earlier one from here.</source>
        <translation>Nichts wird gelöscht: Was darin heil ist, kann git weiterhin lesen. Ein leerer Speicher wird begonnen, in dem die nächste Revision die erste ist; von hier aus führt kein Weg zu einer früheren zurück.</translation>
    </message>
    <message>
        <source>A deployment was interrupted. It is of a revision in that store, and cannot be finished any more; what was noted of it goes along.</source>
        <translation>Das Anwenden einer Revision wurde unterbrochen. Sie liegt in diesem Speicher, und es lässt sich nicht mehr abschließen; was darüber vermerkt ist, geht mit.</translation>
    </message>
    <message>
        <source>The workspace&apos;s files and containers stay as they are.</source>
        <translation>Die Dateien und Container des Arbeitsbereichs bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Set aside and begin anew</source>
        <translation>Beiseitelegen und neu beginnen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::CatalogModel</name>
    <message>
        <source>%1 – there already</source>
        <comment>a service</comment>
        <translation>%1 – schon da</translation>
    </message>
    <message>
        <source>No longer kept up. %1</source>
        <translation>Wird nicht mehr gepflegt. %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::CommandPalette</name>
    <message>
        <source>Find an action, service or host</source>
        <translation>Aktion, Dienst oder Host suchen</translation>
    </message>
    <message>
        <source>Find an action or service</source>
        <translation>Aktion oder Dienst suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>action, shortcut</comment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Host %1</source>
        <translation>Host %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>project, host</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <comment>service, place</comment>
        <translation>%1  –  %2</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Nichts passt zu „%1“.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <comment>name, value</comment>
        <translation>%1  –  %2</translation>
    </message>
    <message>
        <source>A secret: its value is kept apart.</source>
        <translation>Ein Geheimnis: Sein Wert wird getrennt aufbewahrt.</translation>
    </message>
    <message>
        <source>It has no value.</source>
        <translation>Es hat keinen Wert.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ConfigurationPage</name>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Could not open %1</source>
        <translation>%1 ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Made the workspace %1</source>
        <translation>Arbeitsbereich %1 angelegt</translation>
    </message>
    <message>
        <source>Some of it is left to you</source>
        <translation>Einiges bleibt von Hand zu tun</translation>
    </message>
    <message>
        <source>The container keeps its name until it is removed; remove it before the workspace is applied.</source>
        <translation>Der Container behält seinen Namen, bis er entfernt wird; das muss vor dem Anwenden des Arbeitsbereichs geschehen.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ConfirmDialog</name>
    <message>
        <source>Affected containers</source>
        <translation>Betroffene Container</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ConflictDialog</name>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche…</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>An zwei Stellen geändert</translation>
    </message>
    <message>
        <source>Another program removed this file while you were editing it.</source>
        <translation>Ein anderes Programm hat diese Datei entfernt, während Sie sie bearbeitet haben.</translation>
    </message>
    <message>
        <source>Another program changed this file while you were editing it. Lines that differ are marked.</source>
        <translation>Ein anderes Programm hat diese Datei geändert, während Sie sie bearbeitet haben. Abweichende Zeilen sind markiert.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf dem Datenträger</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre Fassung</translation>
    </message>
    <message>
        <source>Take both changes</source>
        <translation>Beide Änderungen übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Die andere nehmen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Your text stays; the next save writes it over the one on disk</source>
        <translation>Ihr Text bleibt; das nächste Speichern ersetzt den auf dem Datenträger</translation>
    </message>
    <message>
        <source>The text on disk takes the place of yours; it can be undone</source>
        <translation>Der Text auf dem Datenträger ersetzt Ihren; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>The changes do not touch each other: both can be taken.</source>
        <translation>Die Änderungen berühren einander nicht: Beide können übernommen werden.</translation>
    </message>
    <message>
        <source>Keep yours to write the file again with the next save.</source>
        <translation>Behalten Sie Ihre Fassung, um die Datei beim nächsten Speichern neu zu schreiben.</translation>
    </message>
    <message>
        <source>What both began with is not known, so the changes cannot be put together.</source>
        <translation>Der gemeinsame Ausgangstext ist nicht bekannt, deshalb lassen sich die Änderungen nicht zusammenführen.</translation>
    </message>
    <message numerus="yes">
        <source>In %n places the same lines were changed on both sides: one of them must give way, or both stand there between marks, for you to choose from.</source>
        <translation>
            <numerusform>An %n Stelle wurden dieselben Zeilen auf beiden Seiten geändert: eine muss weichen, oder beide stehen zwischen Marken zur Auswahl da.</numerusform>
            <numerusform>An %n Stellen wurden dieselben Zeilen auf beiden Seiten geändert: je eine muss weichen, oder beide stehen zwischen Marken zur Auswahl da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take both, marked</source>
        <translation>Beide nehmen, markiert</translation>
    </message>
    <message>
        <source>Marks stand around the lines that both sides changed; it can be undone</source>
        <translation>Marken stehen um die Zeilen, die beide Seiten geändert haben; es lässt sich rückgängig machen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ConnectionTestPanel</name>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Connecting… %1</source>
        <translation>Verbindet … %1</translation>
    </message>
    <message>
        <source>The test could not be done</source>
        <translation>Die Prüfung war nicht möglich</translation>
    </message>
    <message>
        <source>It works (%1 s)</source>
        <translation>Es gelingt (%1 s)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 on %3, %n containers</source>
        <translation>
            <numerusform>%1 %2 auf %3, %n Container</numerusform>
            <numerusform>%1 %2 auf %3, %n Container</numerusform>
        </translation>
    </message>
    <message>
        <source>It does not work (%1 s)</source>
        <translation>Es gelingt nicht (%1 s)</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <comment>stage of a connection</comment>
        <translation>%1: misslungen</translation>
    </message>
    <message>
        <source>%1: not reached</source>
        <comment>stage of a connection</comment>
        <translation>%1: nicht erreicht</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ContainerChoice</name>
    <message>
        <source>Looking at what runs on this machine…</source>
        <translation>Es wird angesehen, was auf diesem Rechner läuft…</translation>
    </message>
    <message>
        <source>A container that was started by hand becomes a service file that makes an equal one. The container itself is left as it is.</source>
        <translation>Aus einem von Hand gestarteten Container wird eine Dienstdatei, die einen gleichen erzeugt. Der Container selbst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>The service file</source>
        <translation>Die Dienstdatei</translation>
    </message>
    <message>
        <source>What runs on this machine cannot be told</source>
        <translation>Was auf diesem Rechner läuft, lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>No container here was started by hand.</source>
        <translation>Hier wurde kein Container von Hand gestartet.</translation>
    </message>
    <message>
        <source>No engine of this machine is connected.</source>
        <translation>Mit der Engine dieses Rechners besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>container, image</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>This container cannot be imported</source>
        <translation>Dieser Container lässt sich nicht übernehmen</translation>
    </message>
    <message>
        <source>These look like secrets; their values go to the secret store, and not into the file: %1</source>
        <translation>Diese sehen nach Geheimnissen aus; ihre Werte kommen in den Geheimnisspeicher, nicht in die Datei: %1</translation>
    </message>
    <message>
        <source>Not carried over as it is: %1</source>
        <translation>Nicht so übernommen, wie es ist: %1</translation>
    </message>
    <message>
        <source>The container keeps its name until it is removed; remove it before the workspace is applied.</source>
        <translation>Der Container behält seinen Namen, bis er entfernt wird; das muss vor dem Anwenden des Arbeitsbereichs geschehen.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::DeleteFileDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete a file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The workspace loses these services: %1. The next time it is applied, their containers are removed; their data stays.</source>
        <translation>Der Arbeitsbereich verliert diese Dienste: %1. Beim nächsten Anwenden werden ihre Container entfernt; ihre Daten bleiben.</translation>
    </message>
    <message>
        <source>The workspace loses what it sets: %1</source>
        <translation>Der Arbeitsbereich verliert, was darin gesetzt ist: %1</translation>
    </message>
    <message>
        <source>These files name it, and will not find it: %1</source>
        <translation>Diese Dateien nennen sie und finden sie dann nicht mehr: %1</translation>
    </message>
    <message>
        <source>What you typed into it and did not save goes, too.</source>
        <translation>Auch nicht gespeicherte Änderungen daran gehen verloren.</translation>
    </message>
    <message>
        <source>As long as the workspace is open you can undo this. A version that was applied stays among the revisions.</source>
        <translation>Solange der Arbeitsbereich offen ist, lässt sich das rückgängig machen. Eine angewendete Fassung bleibt in den Revisionen erhalten.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::DeploymentLog</name>
    <message>
        <source>Log of the deployment</source>
        <translation>Protokoll des Anwendens</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <translation>Noch nichts protokolliert.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::DiffText</name>
    <message>
        <source>Not text: %1 before, %2 now.</source>
        <comment>sizes</comment>
        <translation>Kein Text: vorher %1, jetzt %2.</translation>
    </message>
    <message>
        <source>Not text: %1.</source>
        <comment>size</comment>
        <translation>Kein Text: %1.</translation>
    </message>
    <message>
        <source>It was made executable; its text is the same.</source>
        <translation>Sie wurde ausführbar; der Text ist derselbe.</translation>
    </message>
    <message>
        <source>It is not executable any more; its text is the same.</source>
        <translation>Sie ist nicht mehr ausführbar; der Text ist derselbe.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>What was changed in the file</source>
        <translation>Was in der Datei geändert wurde</translation>
    </message>
    <message>
        <source>The first %1 lines are shown. Copy the diff to see all.</source>
        <translation>Gezeigt werden die ersten %1 Zeilen. Den Vergleich kopieren, um alle zu sehen.</translation>
    </message>
    <message>
        <source>There are more lines than can be told.</source>
        <translation>Es gibt mehr Zeilen, als hier stehen können.</translation>
    </message>
    <message>
        <source>@@ line %1</source>
        <translation>@@ Zeile %1</translation>
    </message>
    <message>
        <source>  (no line end after the last line)</source>
        <translation>  (kein Zeilenende nach der letzten Zeile)</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::DiffView</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n Zeile hinzugefügt</numerusform>
            <numerusform>%n Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>Geänderte Dateien</translation>
    </message>
    <message>
        <source>History of this file</source>
        <translation>Verlauf dieser Datei</translation>
    </message>
    <message>
        <source>Copy the diff of all files</source>
        <translation>Den Vergleich aller Dateien kopieren</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::EmptyState</name>
    <message>
        <source>No hosts yet</source>
        <translation>Noch keine Hosts</translation>
    </message>
    <message>
        <source>Add this machine, or a server that you reach over SSH. Nothing is installed there.</source>
        <translation>Fügen Sie diesen Rechner hinzu oder einen Server, den Sie über SSH erreichen. Dort wird nichts installiert.</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Host hinzufügen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FactsPane</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Unless stopped</source>
        <translation>Außer wenn gestoppt</translation>
    </message>
    <message>
        <source>On failure%1</source>
        <comment>how often at most</comment>
        <translation>Bei Fehlern%1</translation>
    </message>
    <message>
        <source>, at most %1 times</source>
        <translation>, höchstens %1-mal</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Restarts by itself</source>
        <translation>Startet von selbst neu</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>Privilegiert</translation>
    </message>
    <message>
        <source>Yes: it may do all that root may</source>
        <translation>Ja: Er darf alles, was root darf</translation>
    </message>
    <message>
        <source>%1 at %2%3</source>
        <comment>source, destination, read-only</comment>
        <translation>%1 unter %2%3</translation>
    </message>
    <message>
        <source> (read-only)</source>
        <translation> (nur lesbar)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>network, address</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1:%2 to %3/%4</source>
        <comment>host address, host port, container port, protocol</comment>
        <translation>%1:%2 nach %3/%4</translation>
    </message>
    <message>
        <source>%1/%2, not published</source>
        <translation>%1/%2, nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Mounts, networks, ports</source>
        <translation>Einhängungen, Netze, Ports</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Einhängungen</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FailureText</name>
    <message>
        <source>%1 (%2)</source>
        <comment>service, container</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Its health check said:</source>
        <translation>Seine Gesundheitsprüfung sagte:</translation>
    </message>
    <message>
        <source>Its log is empty.</source>
        <translation>Sein Protokoll ist leer.</translation>
    </message>
    <message>
        <source>The last lines of its log:</source>
        <translation>Die letzten Zeilen seines Protokolls:</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was fehlschlug</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FieldEditor</name>
    <message>
        <source>Show where it is written</source>
        <translation>Zeigen, wo es geschrieben steht</translation>
    </message>
    <message>
        <source>%1: show where it is written</source>
        <translation>%1: zeigen, wo es geschrieben steht</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>It has several lines: edit it in the text.</source>
        <translation>Es hat mehrere Zeilen: im Text zu ändern.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FileChangeModel</name>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>%1: %2, binary</source>
        <comment>file, change</comment>
        <translation>%1: %2, binär</translation>
    </message>
    <message>
        <source>%1: %2, %3 lines added, %4 removed</source>
        <comment>file, change</comment>
        <translation>%1: %2, %3 Zeilen hinzugefügt, %4 entfernt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FileNameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ein Name fehlt noch.</translation>
    </message>
    <message>
        <source>A name has no / in it.</source>
        <translation>In einem Namen steht kein /.</translation>
    </message>
    <message>
        <source>A file cannot be called so.</source>
        <translation>So kann eine Datei nicht heißen.</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>Eine Datei %1 gibt es schon.</translation>
    </message>
    <message>
        <source>The file is %1</source>
        <translation>Die Datei ist %1</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FileTreeModel</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Files for services</source>
        <translation>Dateien für Dienste</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>● %1</source>
        <comment>a file that is not saved</comment>
        <translation>● %1</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FileWork</name>
    <message>
        <source>%1 has unsaved changes</source>
        <translation>%1 hat ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Undo: make %1</source>
        <translation>Rückgängig: %1 anlegen</translation>
    </message>
    <message>
        <source>Undo: rename %1 to %2</source>
        <translation>Rückgängig: %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Undo: delete %1</source>
        <translation>Rückgängig: %1 löschen</translation>
    </message>
    <message>
        <source>Could not take %1 away again</source>
        <translation>%1 ließ sich nicht wieder wegnehmen</translation>
    </message>
    <message>
        <source>%1 is gone again</source>
        <translation>%1 ist wieder weg</translation>
    </message>
    <message>
        <source>New service file…</source>
        <translation>Neue Dienstdatei…</translation>
    </message>
    <message>
        <source>New file of variables…</source>
        <translation>Neue Datei mit Variablen…</translation>
    </message>
    <message>
        <source>New file for services…</source>
        <translation>Neue Datei für Dienste…</translation>
    </message>
    <message>
        <source>New schema of variables…</source>
        <translation>Neues Schema für Variablen…</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Rename the file…</source>
        <translation>Datei umbenennen…</translation>
    </message>
    <message>
        <source>Delete the file…</source>
        <translation>Datei löschen…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>Datei anlegen</translation>
    </message>
    <message>
        <source>It wins over the files of variables above it, but local.env wins over all.</source>
        <translation>Sie hat Vorrang vor den Variablendateien über ihr, local.env aber vor allen.</translation>
    </message>
    <message>
        <source>Could not make %1</source>
        <translation>%1 konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>%1 angelegt</translation>
    </message>
    <message>
        <source>Could not rename %1</source>
        <translation>%1 konnte nicht umbenannt werden</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>These files name it, and are not changed: %1</source>
        <translation>Diese Dateien nennen sie und werden nicht geändert: %1</translation>
    </message>
    <message>
        <source>Renamed %1 to %2</source>
        <translation>%1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>Could not delete %1</source>
        <translation>%1 konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Until the workspace is closed it can be put back as it was.</source>
        <translation>Bis der Arbeitsbereich geschlossen wird, lässt sie sich zurückholen, wie sie war.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Could not put %1 back</source>
        <translation>%1 konnte nicht zurückgeholt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 ist wieder da</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FindBar</name>
    <message>
        <source>Find in this file</source>
        <translation>In dieser Datei suchen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FormLink</name>
    <message>
        <source>That cannot be written</source>
        <translation>Das lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>The text changed meanwhile. Try again.</source>
        <translation>Der Text hat sich inzwischen geändert. Bitte noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FormPane</name>
    <message>
        <source>Service of the form</source>
        <translation>Dienst des Formulars</translation>
    </message>
    <message>
        <source>Compose files have a form: choose one.</source>
        <translation>Ein Formular haben Compose-Dateien: eine davon wählen.</translation>
    </message>
    <message>
        <source>This file has no services.</source>
        <translation>Diese Datei hat keine Dienste.</translation>
    </message>
    <message>
        <source>The text cannot be read just now: %1</source>
        <translation>Der Text ist gerade nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The text cannot be read just now, so this is how it was before: %1</source>
        <translation>Der Text ist gerade nicht lesbar, dies ist daher sein früherer Stand: %1</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FormTable</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, button</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FormTableModel</name>
    <message>
        <source>taken from the environment</source>
        <translation>aus der Umgebung übernommen</translation>
    </message>
    <message>
        <source>Not in the file yet: something is missing.</source>
        <translation>Noch nicht in der Datei: Es fehlt etwas.</translation>
    </message>
    <message>
        <source>A secret is in it.</source>
        <translation>Ein Geheimnis steckt darin.</translation>
    </message>
    <message>
        <source>Comes to: %1</source>
        <translation>Ergibt: %1</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>nicht: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column, text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HealthPane</name>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>No health check</source>
        <translation>Keine Gesundheitsprüfung</translation>
    </message>
    <message>
        <source>Neither the image nor the service defines one, so that “running” is all that is known.</source>
        <translation>Weder das Image noch der Dienst legt eine fest; mehr als „läuft“ ist daher nicht bekannt.</translation>
    </message>
    <message>
        <source>Every %1, at most %2 each; unhealthy after %3 failures. Failing in a row: %4.</source>
        <translation>Alle %1, jeweils höchstens %2; nicht gesund nach %3 Fehlschlägen. Fehlschläge in Folge: %4.</translation>
    </message>
    <message>
        <source>Last probes</source>
        <translation>Letzte Prüfungen</translation>
    </message>
    <message>
        <source>None has ended yet.</source>
        <translation>Noch keine ist zu Ende.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed (%1)</source>
        <comment>exit code</comment>
        <translation>Fehlgeschlagen (%1)</translation>
    </message>
    <message>
        <source>%1, took %2 s</source>
        <translation>%1, dauerte %2 s</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HelpDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>See what is wrong</source>
        <translation>Sehen, was nicht stimmt</translation>
    </message>
    <message>
        <source>Overview lists what needs attention: hosts that are not connected, services that are unhealthy, restart again and again, or ended with an error.</source>
        <translation>Die Übersicht zeigt, was Aufmerksamkeit braucht: Hosts, die nicht verbunden sind, und Dienste, die nicht gesund sind, immer wieder neu starten oder mit einem Fehler geendet haben.</translation>
    </message>
    <message>
        <source>Act on services</source>
        <translation>Dienste bedienen</translation>
    </message>
    <message>
        <source>Services shows everything that the engine runs, also what was not started here. Choose one or many rows, then start, stop or restart them. Stopping can be undone; removing names what goes and asks first.</source>
        <translation>Unter Dienste steht alles, was die Engine betreibt, auch was nicht von hier gestartet wurde. Wählen Sie eine oder mehrere Zeilen, um sie zu starten, zu stoppen oder neu zu starten. Stoppen lässt sich rückgängig machen; vor dem Entfernen wird gefragt und genannt, was verschwindet.</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Einen Server hinzufügen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Monitoring draws hosts and the busiest services as they are. A gap in a line means that nothing was measured then. Left and right move the reading when a chart has the focus.</source>
        <translation>Die Überwachung zeichnet die Hosts und die meistbeschäftigten Dienste, wie sie gerade sind. Eine Lücke in der Linie heißt, dass dort nichts gemessen wurde. Links und Rechts verschieben die Ablesung, wenn ein Diagramm den Fokus hat.</translation>
    </message>
    <message>
        <source>Without a window</source>
        <translation>Ohne Fenster</translation>
    </message>
    <message>
        <source>mediahelm --server watches the same hosts without a display; mediahelm status lists them in a terminal.</source>
        <translation>„mediahelm --server“ beobachtet dieselben Hosts ohne Bildschirm; „mediahelm status“ listet sie in einem Terminal auf.</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>Nächstes und voriges Bedienelement</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Within a list, table or the sidebar</source>
        <translation>In einer Liste, einer Tabelle oder der Seitenleiste</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Clear a search, close a panel or dialog</source>
        <translation>Suche leeren, Bereich oder Dialog schließen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Hosts, Add host: enter the name that you use with ssh. Your keys, agent and ~/.ssh/config are used, and nothing is installed on the server. The connection test tells where it fails and what to do.</source>
        <translation>Hosts, Host hinzufügen: Geben Sie den Namen ein, den Sie mit ssh verwenden. Ihre Schlüssel, Ihr Agent und ~/.ssh/config werden verwendet, und auf dem Server wird nichts installiert. Die Verbindungsprüfung sagt, wo es scheitert und was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostCard</name>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Remove %1…</source>
        <translation>%1 entfernen …</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>%1 %2 (API %3)</source>
        <translation>%1 %2 (API %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers, %1 running</source>
        <translation>
            <numerusform>%n Container, %1 läuft</numerusform>
            <numerusform>%n Container, davon laufen %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button, host</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>state, time</comment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>%1; last answer %2</source>
        <comment>state, age</comment>
        <translation>%1; letzte Antwort %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostDialog</name>
    <message>
        <source>Edit host %1</source>
        <translation>Host %1 bearbeiten</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Save host</source>
        <translation>Host speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The host could not be saved</source>
        <translation>Der Host konnte nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostForm</name>
    <message>
        <source>SSH: a machine that you can log in to</source>
        <translation>SSH: ein Rechner, an dem Sie sich anmelden können</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Unix socket on this machine</source>
        <translation>Unix-Socket auf diesem Rechner</translation>
    </message>
    <message>
        <source>TCP: an open engine port</source>
        <translation>TCP: ein offener Port der Engine</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>for example nas</source>
        <translation>zum Beispiel nas</translation>
    </message>
    <message>
        <source>&amp;Name in Mediahelm</source>
        <translation>&amp;Name in Mediahelm</translation>
    </message>
    <message>
        <source>for example nas.home, 192.168.1.20, or an alias of ~/.ssh/config</source>
        <translation>zum Beispiel nas.home, 192.168.1.20 oder ein Alias aus ~/.ssh/config</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>as ssh decides</source>
        <translation>wie ssh entscheidet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>wird von selbst gefunden</translation>
    </message>
    <message>
        <source>Engine&apos;s &amp;socket there</source>
        <translation>&amp;Socket der Engine dort</translation>
    </message>
    <message>
        <source>Your keys, agent and ~/.ssh/config are used. Nothing is installed on the host.</source>
        <translation>Ihre Schlüssel, Ihr Agent und ~/.ssh/config werden verwendet. Auf dem Host wird nichts installiert.</translation>
    </message>
    <message>
        <source>The engine of this machine, found as the docker command finds it: DOCKER_HOST, the current context, then the usual sockets.</source>
        <translation>Die Engine dieses Rechners, so gefunden, wie der Befehl docker sie findet: DOCKER_HOST, der aktuelle Kontext, dann die üblichen Sockets.</translation>
    </message>
    <message>
        <source>for example /run/user/1000/podman/podman.sock</source>
        <translation>zum Beispiel /run/user/1000/podman/podman.sock</translation>
    </message>
    <message>
        <source>&amp;Socket</source>
        <translation>&amp;Socket</translation>
    </message>
    <message>
        <source>for example 192.168.1.20</source>
        <translation>zum Beispiel 192.168.1.20</translation>
    </message>
    <message>
        <source>An open engine port gives everybody who reaches it full power over the machine, without a password and unencrypted. SSH is safer.</source>
        <translation>Ein offener Port der Engine gibt jedem, der ihn erreicht, volle Macht über den Rechner, ohne Passwort und unverschlüsselt. SSH ist sicherer.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostProblemCard</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show host</source>
        <translation>Host zeigen</translation>
    </message>
    <message>
        <source>Try again to reach %1</source>
        <translation>Erneut versuchen, %1 zu erreichen</translation>
    </message>
    <message>
        <source>Show host %1</source>
        <translation>Host zeigen: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>letzte Antwort %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostSummaryCard</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1 %2 on %3</source>
        <comment>engine, version, system</comment>
        <translation>%1 %2 auf %3</translation>
    </message>
    <message>
        <source>Engine not known yet</source>
        <translation>Engine noch nicht bekannt</translation>
    </message>
    <message>
        <source>Services not known yet</source>
        <translation>Dienste noch nicht bekannt</translation>
    </message>
    <message>
        <source>No services</source>
        <translation>Keine Dienste</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>counts, age</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostSwitcher</name>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Which host the pages show</source>
        <translation>Welchen Host die Seiten zeigen</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>Alle Hosts</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>host, state</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>Host hinzufügen …</translation>
    </message>
    <message>
        <source>Could not connect %1</source>
        <translation>%1 konnte nicht verbunden werden</translation>
    </message>
    <message>
        <source>Could not disconnect %1</source>
        <translation>%1 konnte nicht getrennt werden</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Could not remove %1</source>
        <translation>%1 konnte nicht entfernt werden</translation>
    </message>
    <message>
        <source>Removed %1 from the list</source>
        <translation>%1 aus der Liste entfernt</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ImageProgressModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>image, status</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ImportDialog</name>
    <message>
        <source>Import a container</source>
        <translation>Container übernehmen</translation>
    </message>
    <message>
        <source>Add to the workspace</source>
        <translation>Zum Arbeitsbereich hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Could not keep the secrets of %1</source>
        <translation>Die Geheimnisse von %1 konnten nicht verwahrt werden</translation>
    </message>
    <message>
        <source>Could not make %1</source>
        <translation>%1 konnte nicht angelegt werden</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::LineDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::LogPane</name>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>Dem Ende folgen</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Show timestamps</source>
        <translation>Zeitstempel zeigen</translation>
    </message>
    <message>
        <source>Copy the chosen lines, or all</source>
        <translation>Gewählte Zeilen kopieren, sonst alle</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>In einer Datei speichern</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>The log of %1 cannot be read</source>
        <translation>Das Protokoll von %1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The log has ended</source>
        <translation>Das Protokoll ist zu Ende</translation>
    </message>
    <message>
        <source>The container does not run any more, or has been removed.</source>
        <translation>Der Container läuft nicht mehr oder wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>position among the hits</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text files (*.log *.txt)</source>
        <translation>Textdateien (*.log *.txt)</translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation>%1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Could not save the log</source>
        <translation>Das Protokoll konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Saved the log</source>
        <translation>Protokoll gespeichert</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing has been logged yet</source>
        <translation>Noch nichts protokolliert</translation>
    </message>
    <message>
        <source>%1 lines. Last: %2</source>
        <translation>%1 Zeilen. Letzte: %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::MainWindow</name>
    <message>
        <source>%1 – Mediahelm</source>
        <comment>page</comment>
        <translation>%1 – Mediahelm</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit while a deployment runs?</source>
        <translation>Beenden, während etwas angewendet wird?</translation>
    </message>
    <message>
        <source>It is cut short where it stands, and services may be down until then: when the workspace is opened again, it is offered to be finished, forward or back.</source>
        <translation>Es wird abgebrochen, wo es steht, und Dienste können bis dahin stillstehen: Wird der Arbeitsbereich wieder geöffnet, lässt es sich beenden, vorwärts oder zurück.</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>Trotzdem beenden</translation>
    </message>
    <message>
        <source>Deployments that run</source>
        <translation>Was angewendet wird</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the whole message</source>
        <translation>Kopiert die ganze Meldung</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::MonitoringPage</name>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Choose services…</source>
        <translation>Dienste wählen …</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Letzte 5 Minuten</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>Letzte 10 Minuten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Let the picture stand still; the values are kept</source>
        <translation>Das Bild anhalten; die Werte bleiben erhalten</translation>
    </message>
    <message>
        <source>Nothing to measure</source>
        <translation>Nichts zu messen</translation>
    </message>
    <message>
        <source>No host is connected. Measurements begin by themselves when one is.</source>
        <translation>Kein Host ist verbunden. Die Messung beginnt von selbst, sobald einer es ist.</translation>
    </message>
    <message>
        <source>Show hosts</source>
        <translation>Hosts zeigen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>service, host</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>No service runs</source>
        <translation>Kein Dienst läuft</translation>
    </message>
    <message>
        <source>Looking for the busiest services…</source>
        <translation>Die meistbeschäftigten Dienste werden gesucht …</translation>
    </message>
    <message>
        <source>No service is chosen</source>
        <translation>Kein Dienst ist gewählt</translation>
    </message>
    <message numerus="yes">
        <source>The %n busiest services</source>
        <translation>
            <numerusform>Der meistbeschäftigte Dienst</numerusform>
            <numerusform>Die %n meistbeschäftigten Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services chosen</source>
        <translation>
            <numerusform>%n Dienst gewählt</numerusform>
            <numerusform>%n Dienste gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ManifestDialog</name>
    <message>
        <source>Open a running project</source>
        <translation>Ein laufendes Projekt öffnen</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Write it and open</source>
        <translation>Schreiben und öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>project</comment>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>It is made of files with names of their own, so that opening its folder would not find them. One new file beside them says which they are: %1</source>
        <translation>Es besteht aus Dateien mit eigenen Namen, sodass man sie beim Öffnen des Ordners nicht fände. Eine neue Datei neben ihnen sagt, welche es sind: %1</translation>
    </message>
    <message>
        <source>No other file is changed, and nothing happens to a container. docker compose itself does not read it.</source>
        <translation>Keine andere Datei wird geändert, und keinem Container geschieht etwas. docker compose selbst liest sie nicht.</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::OpenFiles</name>
    <message>
        <source>F6 leaves the editor</source>
        <translation>F6 verlässt den Editor</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message numerus="yes">
        <source>%n things need attention</source>
        <translation>
            <numerusform>%n Sache braucht Aufmerksamkeit</numerusform>
            <numerusform>%n Sachen brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Everything runs as it should</source>
        <translation>Alles läuft, wie es soll</translation>
    </message>
    <message numerus="yes">
        <source>%n hosts</source>
        <translation>
            <numerusform>%n Host</numerusform>
            <numerusform>%n Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services on %1</source>
        <translation>
            <numerusform>%n Dienst auf %1</numerusform>
            <numerusform>%n Dienste auf %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::PlaceStep</name>
    <message>
        <source>A workspace is a folder of plain files: one Compose file for each service, and files with their variables. docker compose runs it without Mediahelm, too.</source>
        <translation>Ein Arbeitsbereich ist ein Ordner mit einfachen Dateien: je Dienst eine Compose-Datei, dazu Dateien mit Variablen. docker compose führt ihn auch ohne Mediahelm aus.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Chooses the folder</source>
        <translation>Wählt den Ordner aus</translation>
    </message>
    <message>
        <source>&amp;Folder on this machine</source>
        <translation>&amp;Ordner auf diesem Rechner</translation>
    </message>
    <message>
        <source>Folder on this machine</source>
        <translation>Ordner auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Name of the project</source>
        <translation>&amp;Name des Projekts</translation>
    </message>
    <message>
        <source>Folder of the new workspace</source>
        <translation>Ordner des neuen Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, from / on.</source>
        <translation>Der Ordner braucht seinen ganzen Pfad, von / an.</translation>
    </message>
    <message>
        <source>A project&apos;s name is of small letters, digits, - and _, and begins with a letter or digit.</source>
        <translation>Ein Projektname besteht aus Kleinbuchstaben, Ziffern, - und _ und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>The folder cannot be used</source>
        <translation>Der Ordner ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The folder is not empty: there is %1. Choose another one, or one inside it.</source>
        <translation>Der Ordner ist nicht leer: Darin liegt %1. Geeignet ist ein anderer oder einer darin.</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>The folder will be made. The project is called %1.</source>
        <translation>Der Ordner wird angelegt. Das Projekt heißt %1.</translation>
    </message>
    <message>
        <source>The folder is empty. The project is called %1.</source>
        <translation>Der Ordner ist leer. Das Projekt heißt %1.</translation>
    </message>
    <message>
        <source>There is the workspace %1 already: services are added to it, and nothing else in it changes.</source>
        <translation>Dort liegt schon der Arbeitsbereich %1: Er bekommt Dienste dazu, sonst ändert sich darin nichts.</translation>
    </message>
    <message>
        <source>There is the workspace %1 already. Open it, and import the container there; or choose another folder.</source>
        <translation>Dort ist schon der Arbeitsbereich %1. Öffnen Sie ihn und übernehmen Sie den Container dort, oder wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::PlanBody</name>
    <message numerus="yes">
        <source>Of %n images nothing is known.</source>
        <translation>
            <numerusform>Von %n Image ist nichts bekannt.</numerusform>
            <numerusform>Von %n Images ist nichts bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for sizes</source>
        <translation>Größen erfragen</translation>
    </message>
    <message>
        <source>Registries are asked…</source>
        <translation>Registries werden gefragt …</translation>
    </message>
    <message>
        <source>Registries count this as they count downloads, so it is asked when you wish.</source>
        <translation>Registries zählen das wie Downloads, darum wird nur auf Wunsch gefragt.</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Herunterzuladen</translation>
    </message>
    <message>
        <source>Up to %1 in all; less where parts are here already.</source>
        <comment>size</comment>
        <translation>Zusammen bis zu %1; weniger, wo Teile schon hier sind.</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>size</comment>
        <translation>bis zu %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tab, count</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Teile des Plans</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What is done to each service</source>
        <translation>Was mit jedem Dienst geschieht</translation>
    </message>
    <message>
        <source>Nothing is done to any service.</source>
        <translation>Mit keinem Dienst geschieht etwas.</translation>
    </message>
    <message>
        <source>A service that is recreated stops for a moment, and loses what it wrote outside its volumes and folders.</source>
        <translation>Ein Dienst, der neu angelegt wird, steht kurz still und verliert, was er außerhalb seiner Volumes und Ordner geschrieben hat.</translation>
    </message>
    <message>
        <source>All images are here already.</source>
        <translation>Alle Images sind schon da.</translation>
    </message>
    <message>
        <source>Images that are fetched or built</source>
        <translation>Images, die geholt oder gebaut werden</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>The same without Mediahelm, its health gate and its way back, to be run in the folder of the workspace:</source>
        <translation>Dasselbe ohne Mediahelm, ohne Gesundheitsprüfung danach und ohne Rückweg, im Ordner des Arbeitsbereichs auszuführen:</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>Der Befehl</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>Befehl kopiert</translation>
    </message>
    <message>
        <source>The files are those of that revision already.</source>
        <translation>Die Dateien sind schon die jener Revision.</translation>
    </message>
    <message>
        <source>No file was changed since the newest revision.</source>
        <translation>Seit der neuesten Revision wurde keine Datei geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n unchanged services</source>
        <translation>
            <numerusform>%n unveränderten Dienst zeigen</numerusform>
            <numerusform>%n unveränderte Dienste zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, why</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::PlanFoot</name>
    <message>
        <source>Roll back by itself when something does not come up</source>
        <translation>Von selbst zurückrollen, wenn etwas nicht hochkommt</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Warum</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::PlanModel</name>
    <message>
        <source>%1: %2. %3</source>
        <comment>service, what is done, why</comment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::PlanView</name>
    <message>
        <source>The sizes could not be asked for</source>
        <translation>Die Größen ließen sich nicht erfragen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut ansehen</translation>
    </message>
    <message>
        <source>Looking at what would be done…</source>
        <translation>Es wird ermittelt, was geschähe…</translation>
    </message>
    <message>
        <source>What rolling back to %1 would do</source>
        <comment>revision</comment>
        <translation>Was das Zurückrollen auf %1 täte</translation>
    </message>
    <message>
        <source>What applying %1 would do</source>
        <comment>project</comment>
        <translation>Was das Anwenden von %1 täte</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <comment>revision</comment>
        <translation>Zurückrollen auf %1</translation>
    </message>
    <message>
        <source>What was changed, and why</source>
        <translation>Was geändert wurde und warum</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>What would be done is not known</source>
        <translation>Was geschähe, ist nicht bekannt</translation>
    </message>
    <message>
        <source>There is no plan</source>
        <translation>Es gibt keinen Plan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>time of day</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Files and containers are as in that revision.</source>
        <translation>Dateien und Container sind wie in jener Revision.</translation>
    </message>
    <message>
        <source>All containers are as the files say, and no file was changed.</source>
        <translation>Alle Container sind so, wie die Dateien sagen, und keine Datei wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files put back</source>
        <translation>
            <numerusform>%n Datei zurückgesetzt</numerusform>
            <numerusform>%n Dateien zurückgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files changed</source>
        <translation>
            <numerusform>%n Datei geändert</numerusform>
            <numerusform>%n Dateien geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers are removed</source>
        <translation>
            <numerusform>%n Container wird entfernt</numerusform>
            <numerusform>%n Container werden entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Compose takes them, but services may not come up. %1</source>
        <comment>first error</comment>
        <translation>Compose nimmt sie hin, doch Dienste kommen womöglich nicht hoch. %1</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>file, line, what is wrong</comment>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n containers stay that no file names</source>
        <translation>
            <numerusform>%n Container bleibt, den keine Datei nennt</numerusform>
            <numerusform>%n Container bleiben, die keine Datei nennt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors were found</source>
        <translation>
            <numerusform>%n Fehler wurde gefunden</numerusform>
            <numerusform>%n Fehler wurden gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine was not looked at</source>
        <translation>Dieser Rechner wurde nicht angesehen</translation>
    </message>
    <message>
        <source>This machine was not looked at: %1</source>
        <comment>why</comment>
        <translation>Dieser Rechner wurde nicht angesehen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Apply despite %n errors</source>
        <translation>
            <numerusform>Trotz %n Fehlers anwenden</numerusform>
            <numerusform>Trotz %n Fehlern anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. What they wrote outside volumes and folders is lost; volumes and folders stay.</source>
        <comment>containers</comment>
        <translation>%1. Verloren geht, was außerhalb von Volumes und Ordnern geschrieben wurde; Volumes und Ordner bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%n secrets have no value</source>
        <translation>
            <numerusform>%n Geheimnis hat keinen Wert</numerusform>
            <numerusform>%n Geheimnisse haben keinen Wert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Services that need them may not come up.</source>
        <comment>names of secrets</comment>
        <translation>%1. Dienste, die sie brauchen, kommen vielleicht nicht hoch.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and remove %n</source>
        <comment>Apply</comment>
        <translation>
            <numerusform>%1 und %n entfernen</numerusform>
            <numerusform>%1 und %n entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>A deployment of this workspace is under way.</source>
        <translation>Dieser Arbeitsbereich wird gerade angewendet.</translation>
    </message>
    <message>
        <source>It could not be started</source>
        <translation>Es ließ sich nicht beginnen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ProblemHelpDialog</name>
    <message>
        <source>About this problem</source>
        <translation>Über dieses Problem</translation>
    </message>
    <message>
        <source>There is no help page for %1.</source>
        <translation>Zu %1 gibt es keine Hilfeseite.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ProblemModel</name>
    <message>
        <source>the whole workspace</source>
        <translation>der ganze Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, message</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ProblemsPane</name>
    <message>
        <source>Nothing is wrong in the files of this workspace.</source>
        <translation>In den Dateien dieses Arbeitsbereichs ist kein Fehler.</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>There is no way to mend this one by itself</source>
        <translation>Dafür gibt es keine automatische Behebung</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>What this problem is and how to mend it (F1)</source>
        <translation>Was dieses Problem ist und was hilft (F1)</translation>
    </message>
    <message>
        <source>Asks this machine and docker compose now</source>
        <translation>Fragt jetzt diesen Rechner und docker compose</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ProgressView</name>
    <message>
        <source>The latest deployment</source>
        <translation>Das letzte Anwenden</translation>
    </message>
    <message>
        <source>Ended %1, after %2</source>
        <comment>when, how long</comment>
        <translation>Beendet %1, nach %2</translation>
    </message>
    <message>
        <source>For %1</source>
        <comment>how long</comment>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Open Configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Services, %n failed</source>
        <translation>
            <numerusform>Dienste, %n fehlgeschlagen</numerusform>
            <numerusform>Dienste, %n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Cancel and put back</source>
        <translation>Abbrechen und zurücksetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is being put back as it was. That is not cancelled.</source>
        <translation>Es wird zurückgesetzt, wie es war. Das lässt sich nicht abbrechen.</translation>
    </message>
    <message>
        <source>It is being cancelled…</source>
        <translation>Es wird abgebrochen…</translation>
    </message>
    <message>
        <source>It goes on when you leave this page. A cancel puts back what was touched.</source>
        <translation>Es geht auch ohne diese Seite weiter. Ein Abbruch setzt zurück, was berührt wurde.</translation>
    </message>
    <message>
        <source>It goes on when you leave this page. A cancel leaves what was done as it is then.</source>
        <translation>Es geht auch ohne diese Seite weiter. Ein Abbruch lässt, was geschah, wie es dann ist.</translation>
    </message>
    <message>
        <source>Parts of the deployment</source>
        <translation>Teile des Anwendens</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was fehlschlug</translation>
    </message>
    <message>
        <source>Services of the deployment</source>
        <translation>Dienste beim Anwenden</translation>
    </message>
    <message>
        <source>Images of the deployment</source>
        <translation>Images beim Anwenden</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Show revisions</source>
        <translation>Revisionen zeigen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::QuestionDialog</name>
    <message>
        <source>Is this %1?</source>
        <translation>Ist das %1?</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>Passphrase for %1</source>
        <translation>Passphrase für %1</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 fragt</translation>
    </message>
    <message>
        <source>%1 waits for you</source>
        <translation>%1 wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 has not been seen before. It shows this %2 key:</source>
        <translation>%1 wurde noch nie gesehen und zeigt diesen %2-Schlüssel:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Compare it with what the host itself says. On the host, or on its screen, run:</source>
        <translation>Vergleichen Sie ihn mit dem, was der Host selbst sagt. Rufen Sie auf dem Host oder an seinem Bildschirm auf:</translation>
    </message>
    <message>
        <source>Command to run on the host</source>
        <translation>Auf dem Host aufzurufender Befehl</translation>
    </message>
    <message>
        <source>Trust it only if every character is the same. Otherwise somebody may be listening in between.</source>
        <translation>Vertrauen Sie ihm nur, wenn jedes Zeichen gleich ist. Sonst hört vielleicht jemand dazwischen mit.</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Diesem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Nicht verbinden</translation>
    </message>
    <message>
        <source>SSH asks for the password of %1.</source>
        <translation>SSH fragt nach dem Passwort von %1.</translation>
    </message>
    <message>
        <source>SSH asks for the passphrase of the key %1.</source>
        <translation>SSH fragt nach der Passphrase des Schlüssels %1.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep in the system&apos;s keychain</source>
        <translation>Im Schlüsselbund des Systems auf&amp;bewahren</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Unlock key</source>
        <translation>Schlüssel entsperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>That password was not accepted. Try another.</source>
        <translation>Dieses Passwort wurde nicht angenommen. Versuchen Sie ein anderes.</translation>
    </message>
    <message>
        <source>That passphrase does not open the key. Try another.</source>
        <translation>Diese Passphrase öffnet den Schlüssel nicht. Versuchen Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::QuestionsStep</name>
    <message>
        <source>These have no sensible default. What you leave empty can be set later; secrets go to the secret store, never into a file.</source>
        <translation>Hierfür gibt es keine sinnvolle Vorgabe. Was leer bleibt, lässt sich später setzen; Geheimnisse kommen in den Geheimnisspeicher, nie in eine Datei.</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>zum Beispiel %1</translation>
    </message>
    <message>
        <source>Set it later</source>
        <translation>Später setzen</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Secret, where you want it</source>
        <translation>Geheimnis, falls gewünscht</translation>
    </message>
    <message>
        <source>%1 You get it from %2</source>
        <translation>%1 Erhältlich bei %2</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>variable, service</comment>
        <translation>%1, für %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RemoveHostDialog</name>
    <message>
        <source>Remove host</source>
        <translation>Host entfernen</translation>
    </message>
    <message>
        <source>Remove the host %1?</source>
        <translation>Den Host %1 entfernen?</translation>
    </message>
    <message>
        <source>Mediahelm forgets its address. Nothing on the host is touched.</source>
        <translation>Mediahelm vergisst seine Adresse. Auf dem Host wird nichts angerührt.</translation>
    </message>
    <message numerus="yes">
        <source>Its %n containers stay as they are.</source>
        <translation>
            <numerusform>Sein Container bleibt, wie er ist.</numerusform>
            <numerusform>Seine %n Container bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ReviewStep</name>
    <message>
        <source>What is to be known</source>
        <translation>Was zu wissen ist</translation>
    </message>
    <message>
        <source>Files that are written</source>
        <translation>Dateien, die geschrieben werden</translation>
    </message>
    <message>
        <source>What is written into the file</source>
        <translation>Was in die Datei geschrieben wird</translation>
    </message>
    <message>
        <source>Copy the command that starts this workspace without Mediahelm</source>
        <translation>Befehl kopieren, der diesen Arbeitsbereich ohne Mediahelm startet</translation>
    </message>
    <message>
        <source>Nothing is written yet. In %1 this will be added or changed:</source>
        <translation>Noch ist nichts geschrieben. In %1 kommt hinzu oder ändert sich:</translation>
    </message>
    <message>
        <source>Nothing is written yet. This will be in %1:</source>
        <translation>Noch ist nichts geschrieben. In %1 wird liegen:</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <comment>a file</comment>
        <translation>%1 (geändert)</translation>
    </message>
    <message numerus="yes">
        <source>%n services: %1</source>
        <translation>
            <numerusform>%n Dienst: %1</numerusform>
            <numerusform>%n Dienste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>To be set before the services can start: %1</source>
        <translation>Vor dem Start der Dienste zu setzen: %1</translation>
    </message>
    <message>
        <source>Made up, and kept in the secret store: %1</source>
        <translation>Erzeugt und im Geheimnisspeicher verwahrt: %1</translation>
    </message>
    <message>
        <source>Kept in the secret store as you gave them: %1</source>
        <translation>Wie angegeben im Geheimnisspeicher verwahrt: %1</translation>
    </message>
    <message>
        <source>Folders that are made where they miss: %1</source>
        <translation>Ordner, die angelegt werden, wo sie fehlen: %1</translation>
    </message>
    <message>
        <source>%1 (changed, %2)</source>
        <comment>a file, lines such as +3 −1</comment>
        <translation>%1 (geändert, %2)</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RevisionDetail</name>
    <message>
        <source>Show its log…</source>
        <translation>Protokoll zeigen …</translation>
    </message>
    <message>
        <source>There is no log to show</source>
        <translation>Es gibt kein Protokoll</translation>
    </message>
    <message>
        <source>Choose a revision to see what it changed; two, to compare them.</source>
        <translation>Eine Revision wählen, um zu sehen, was sie änderte; zwei, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Roll back to this…</source>
        <translation>Hierauf zurückrollen…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Parts of the revision</source>
        <translation>Teile der Revision</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>Reading the changes…</source>
        <translation>Änderungen werden gelesen…</translation>
    </message>
    <message>
        <source>%1, %2, revision %3</source>
        <comment>who, when, id</comment>
        <translation>%1, %2, Revision %3</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>Dienste: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Marken: %1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <comment>revisions</comment>
        <translation>Von %1 nach %2</translation>
    </message>
    <message>
        <source>%1 (%2)
%3 (%4)</source>
        <comment>revision, when; revision, when</comment>
        <translation>%1 (%2)
%3 (%4)</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Marke hinzufügen…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>tag</comment>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>The changes cannot be shown.</source>
        <translation>Die Änderungen lassen sich nicht zeigen.</translation>
    </message>
    <message>
        <source>The changes could not be read</source>
        <translation>Die Änderungen waren nicht zu lesen</translation>
    </message>
    <message>
        <source>No file differs.</source>
        <translation>Keine Datei unterscheidet sich.</translation>
    </message>
    <message>
        <source>Never deployed</source>
        <translation>Nie angewendet</translation>
    </message>
    <message>
        <source>Deployments (%1)</source>
        <translation>Angewendet (%1)</translation>
    </message>
    <message>
        <source>The deployments could not be read</source>
        <translation>Wann angewendet wurde, war nicht zu lesen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RevisionList</name>
    <message>
        <source>Search revisions</source>
        <translation>Revisionen durchsuchen</translation>
    </message>
    <message>
        <source>What is searched</source>
        <translation>Worin gesucht wird</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>Changed text</source>
        <translation>Geänderter Text</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Reading the revisions…</source>
        <translation>Revisionen werden gelesen…</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Es wird gesucht…</translation>
    </message>
    <message>
        <source>There are no revisions yet</source>
        <translation>Noch keine Revisionen</translation>
    </message>
    <message>
        <source>Applying this workspace, or a save point, makes the first one.</source>
        <translation>Das erste Anwenden dieses Arbeitsbereichs oder ein Sicherungspunkt legt die erste an.</translation>
    </message>
    <message>
        <source>No revision fits the search</source>
        <translation>Keine Revision passt zur Suche</translation>
    </message>
    <message>
        <source>The revisions could not be read</source>
        <translation>Die Revisionen waren nicht zu lesen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RevisionModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Marken: %1</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RevisionRuns</name>
    <message>
        <source>Deployments of the revision</source>
        <translation>Wann die Revision angewendet wurde</translation>
    </message>
    <message>
        <source>When, service</source>
        <translation>Wann, Dienst</translation>
    </message>
    <message>
        <source>How it went, image</source>
        <translation>Ergebnis, Image</translation>
    </message>
    <message>
        <source>Summary, digest</source>
        <translation>Zusammenfassung, Digest</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RunLogDialog</name>
    <message>
        <source>Log of a deployment</source>
        <translation>Protokoll eines Anwendens</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It ended at %1</source>
        <comment>instant</comment>
        <translation>Es endete am %1</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RevisionsPage</name>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Arbeitsbereich geöffnet</translation>
    </message>
    <message>
        <source>Open one in Configuration: here is then what was applied and kept of it, and the way back to any of that.</source>
        <translation>Einen unter Konfiguration öffnen: Hier steht dann, was davon angewendet und aufbewahrt wurde, und der Weg zurück zu allem.</translation>
    </message>
    <message>
        <source>Open Configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Save point…</source>
        <translation>Sicherungspunkt…</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>The revisions could not be read</source>
        <translation>Die Revisionen waren nicht zu lesen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>It was on its way back, and is put back when it is finished.</source>
        <translation>Es war auf dem Rückweg und wird beim Beenden zurückgesetzt.</translation>
    </message>
    <message>
        <source>Finishing it goes forward where the services come up, else back. Nothing else can be deployed before.</source>
        <translation>Beendet wird es vorwärts, wenn die Dienste hochkommen, sonst zurück. Vorher lässt sich nichts anderes anwenden.</translation>
    </message>
    <message>
        <source>Services: %1.</source>
        <translation>Dienste: %1.</translation>
    </message>
    <message>
        <source>The deployment of revision %1 was interrupted</source>
        <translation>Das Anwenden von Revision %1 wurde unterbrochen</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>It could not be started</source>
        <translation>Es ließ sich nicht beginnen</translation>
    </message>
    <message>
        <source>Save point</source>
        <translation>Sicherungspunkt</translation>
    </message>
    <message>
        <source>Looking at what was changed…</source>
        <translation>Es wird ermittelt, was geändert wurde…</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür er ist</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>The files could not be read</source>
        <translation>Die Dateien waren nicht zu lesen</translation>
    </message>
    <message>
        <source>No file was changed since the newest revision: there is nothing to keep. A tag marks a revision that is there already.</source>
        <translation>Seit der neuesten Revision wurde keine Datei geändert: Es gibt nichts aufzubewahren. Eine Marke kennzeichnet eine Revision, die es schon gibt.</translation>
    </message>
    <message>
        <source>Keeps the files as they are on disk, to be compared with and gone back to. No container is touched.</source>
        <translation>Bewahrt die Dateien so auf, wie sie auf der Platte liegen, zum Vergleichen und Zurückrollen. Kein Container wird berührt.</translation>
    </message>
    <message>
        <source>Kept the files as revision %1</source>
        <translation>Dateien als Revision %1 aufbewahrt</translation>
    </message>
    <message>
        <source>The save point was not made</source>
        <translation>Der Sicherungspunkt wurde nicht angelegt</translation>
    </message>
    <message>
        <source>At most 63 letters, digits, dots, dashes and underscores; it begins with a letter or a digit.</source>
        <translation>Höchstens 63 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche; am Anfang ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>A name for revision %1, by which it is found again.</source>
        <translation>Ein Name für Revision %1, unter dem sie wiederzufinden ist.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Added the tag %1</source>
        <translation>Marke %1 hinzugefügt</translation>
    </message>
    <message>
        <source>There is a tag %1 already</source>
        <translation>Die Marke %1 gibt es schon</translation>
    </message>
    <message>
        <source>Choose another name, or remove it where it is.</source>
        <translation>Einen anderen Namen wählen oder sie dort entfernen, wo sie ist.</translation>
    </message>
    <message>
        <source>The tag %1 was not added</source>
        <translation>Die Marke %1 wurde nicht hinzugefügt</translation>
    </message>
    <message>
        <source>Removed the tag %1</source>
        <translation>Marke %1 entfernt</translation>
    </message>
    <message>
        <source>The tag %1 was not removed</source>
        <translation>Die Marke %1 wurde nicht entfernt</translation>
    </message>
    <message>
        <source>The store was not set aside</source>
        <translation>Der Speicher wurde nicht beiseitegelegt</translation>
    </message>
    <message>
        <source>A new store is begun; the next revision is its first one</source>
        <translation>Ein neuer Speicher ist begonnen; die nächste Revision ist seine erste</translation>
    </message>
    <message>
        <source>The old one is %1.</source>
        <translation>Der alte ist %1.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RunningList</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Running on this machine</source>
        <translation>Läuft auf diesem Rechner</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n containers run: %2</source>
        <translation>
            <numerusform>%1 von %n Container läuft: %2</numerusform>
            <numerusform>%1 von %n Containern laufen: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot be opened here: %1</source>
        <translation>Lässt sich hier nicht öffnen: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Started by hand: %1. One can be taken over, into a new workspace or one that is open: a service file then makes an equal one.</source>
        <translation>Von Hand gestartet: %1. Jeder lässt sich übernehmen, in einen neuen Arbeitsbereich oder einen geöffneten: Eine Dienstdatei erzeugt dann einen gleichen.</translation>
    </message>
    <message>
        <source>Take over a container…</source>
        <translation>Container übernehmen…</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SaveFirst</name>
    <message>
        <source>Save before applying</source>
        <translation>Vor dem Anwenden speichern</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Save all and apply…</source>
        <translation>Alles speichern und anwenden…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n files are not saved</source>
        <translation>
            <numerusform>%n Datei ist nicht gespeichert</numerusform>
            <numerusform>%n Dateien sind nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies on disk is applied. You see what that would do before anything is done.</source>
        <translation>Angewendet wird, was auf der Platte liegt. Was das täte, ist zu sehen, bevor etwas geschieht.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SearchPane</name>
    <message>
        <source>Find in all files</source>
        <translation>In allen Dateien suchen</translation>
    </message>
    <message>
        <source>Where it was found</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>file, line, text</comment>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>more than %n hits</source>
        <translation>
            <numerusform>mehr als %n Treffer</numerusform>
            <numerusform>mehr als %n Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SecretDialog</name>
    <message>
        <source>Show the value while this is held</source>
        <translation>Wert zeigen, solange gedrückt</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>It takes the place of the value that is kept, which cannot be brought back. Services have the new one when they are applied again.</source>
        <translation>Er tritt an die Stelle des aufbewahrten Werts, der nicht zurückzuholen ist. Dienste haben den neuen, sobald sie wieder angewendet werden.</translation>
    </message>
    <message>
        <source>It is kept apart from the files, and handed to services when they are applied.</source>
        <translation>Er wird getrennt von den Dateien aufbewahrt und den Diensten beim Anwenden übergeben.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SecretModel</name>
    <message>
        <source>in the keychain</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>in the sealed file</source>
        <translation>in der versiegelten Datei</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>hat keinen Wert</translation>
    </message>
    <message>
        <source>in the program&apos;s environment</source>
        <translation>in der Umgebung des Programms</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>in plain text: %1, line %2</source>
        <translation>im Klartext: %1, Zeile %2</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Verwendet in</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SecretsPane</name>
    <message>
        <source>Set…</source>
        <translation>Setzen …</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Move to the keychain…</source>
        <translation>In den Schlüsselbund verschieben …</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>What is kept cannot be told</source>
        <translation>Was aufbewahrt ist, lässt sich nicht feststellen</translation>
    </message>
    <message>
        <source>Could not keep %1</source>
        <translation>%1 konnte nicht aufbewahrt werden</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>%1 ist aufbewahrt</translation>
    </message>
    <message>
        <source>Made up a value for %1</source>
        <translation>Ein Wert für %1 wurde erzeugt</translation>
    </message>
    <message>
        <source>Make up another value for %1?</source>
        <translation>Einen anderen Wert für %1 erzeugen?</translation>
    </message>
    <message>
        <source>It takes the place of the one that is kept, which cannot be brought back. What was set up with the old one may refuse the new one.</source>
        <translation>Er tritt an die Stelle des aufbewahrten, der nicht zurückzuholen ist. Was mit dem alten eingerichtet wurde, weist den neuen vielleicht ab.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>No service uses it.</source>
        <translation>Kein Dienst verwendet es.</translation>
    </message>
    <message>
        <source>%1 cannot be applied without it.</source>
        <translation>%1 lässt sich ohne diesen nicht anwenden.</translation>
    </message>
    <message>
        <source>Remove the value of %1?</source>
        <translation>Den Wert von %1 entfernen?</translation>
    </message>
    <message>
        <source>It cannot be brought back. %1</source>
        <translation>Er ist nicht zurückzuholen. %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Could not remove %1</source>
        <translation>%1 konnte nicht entfernt werden</translation>
    </message>
    <message>
        <source>Removed the value of %1</source>
        <translation>Der Wert von %1 ist entfernt</translation>
    </message>
    <message>
        <source>Its line is taken out of %1, and its name put into the list of secrets.</source>
        <translation>Die Zeile wird aus %1 genommen und der Name in die Liste der Geheimnisse gesetzt.</translation>
    </message>
    <message>
        <source>A reference takes its place in %1, and its name is put into the list of secrets.</source>
        <translation>An seine Stelle tritt in %1 ein Verweis, und der Name wird in die Liste der Geheimnisse gesetzt.</translation>
    </message>
    <message>
        <source>Move %1 to where secrets are kept?</source>
        <translation>%1 dorthin verschieben, wo Geheimnisse aufbewahrt werden?</translation>
    </message>
    <message>
        <source>%1 The files are saved, and what was changed in them before cannot be undone any more.</source>
        <translation>%1 Die Dateien werden gespeichert, und frühere Änderungen daran lassen sich nicht mehr zurücknehmen.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Could not keep %1; the files are as they were</source>
        <translation>%1 konnte nicht aufbewahrt werden; die Dateien sind, wie sie waren</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServiceActions</name>
    <message>
        <source>What was written inside the container and its log are lost. Images, named volumes and folders of the host stay.</source>
        <translation>Was im Container geschrieben wurde, und sein Protokoll gehen verloren. Images, benannte Volumes und Ordner des Hosts bleiben.</translation>
    </message>
    <message>
        <source>What runs is killed first.</source>
        <translation>Was läuft, wird vorher sofort beendet.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n containers?</source>
        <translation>
            <numerusform>%n Container entfernen?</numerusform>
            <numerusform>%n Container entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Also remove their anonymous volumes</source>
        <translation>Auch ihre anonymen Volumes entfernen</translation>
    </message>
    <message>
        <source>Remove container</source>
        <translation>Container entfernen</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Sofort beenden</translation>
    </message>
    <message>
        <source>Kill %1?</source>
        <translation>%1 sofort beenden?</translation>
    </message>
    <message numerus="yes">
        <source>Kill %n services?</source>
        <translation>
            <numerusform>%n Dienst sofort beenden?</numerusform>
            <numerusform>%n Dienste sofort beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>They end at once, without a chance to save or to close their files. Stop lets them end in order.</source>
        <translation>Sie enden auf der Stelle und können weder speichern noch ihre Dateien schließen. Mit Stoppen enden sie geordnet.</translation>
    </message>
    <message>
        <source>Kill service</source>
        <translation>Dienst sofort beenden</translation>
    </message>
    <message>
        <source>%1: %2 of %3 services</source>
        <comment>what failed</comment>
        <translation>%1: %2 von %3 Diensten</translation>
    </message>
    <message>
        <source>%1 on %2 · %3</source>
        <comment>container, host, state</comment>
        <translation>%1 auf %2 · %3</translation>
    </message>
    <message>
        <source>Also remove its anonymous volumes</source>
        <translation>Auch seine anonymen Volumes entfernen</translation>
    </message>
    <message>
        <source>It ends at once, without a chance to save or to close its files. Stop lets it end in order.</source>
        <translation>Er endet auf der Stelle und kann weder speichern noch seine Dateien schließen. Mit Stoppen endet er geordnet.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServiceCharts</name>
    <message>
        <source>CPU of the hosts</source>
        <translation>CPU der Hosts</translation>
    </message>
    <message>
        <source>Memory of the hosts</source>
        <translation>Speicher der Hosts</translation>
    </message>
    <message>
        <source>CPU of services</source>
        <translation>CPU der Dienste</translation>
    </message>
    <message>
        <source>Memory of services</source>
        <translation>Speicher der Dienste</translation>
    </message>
    <message>
        <source>Network, received</source>
        <translation>Netz, empfangen</translation>
    </message>
    <message>
        <source>Network, sent</source>
        <translation>Netz, gesendet</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServiceFacts</name>
    <message>
        <source>%1 or %2</source>
        <comment>a list of names</comment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>Choose a service to read what it is and what it needs.</source>
        <translation>Ein ausgewählter Dienst zeigt hier, was er ist und was er braucht.</translation>
    </message>
    <message>
        <source>No longer kept up: %1</source>
        <translation>Wird nicht mehr gepflegt: %1</translation>
    </message>
    <message>
        <source>No longer kept up: %1 Use %2.</source>
        <translation>Wird nicht mehr gepflegt: %1 Stattdessen: %2.</translation>
    </message>
    <message>
        <source>Does nothing without</source>
        <translation>Bewirkt nichts ohne</translation>
    </message>
    <message>
        <source>Should live behind</source>
        <translation>Gehört hinter</translation>
    </message>
    <message>
        <source>You are asked for</source>
        <translation>Gefragt wird nach</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>%1 of disk</source>
        <translation>%1 Festplatte</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Braucht bis zu</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>In its place</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServiceModel</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>project, how its services are</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Without a project</source>
        <translation>Ohne Projekt</translation>
    </message>
    <message>
        <source>Last known %1</source>
        <comment>an age</comment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>%1 of %2 running</source>
        <translation>%1 von %2 laufen</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a host</comment>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>service, number of its container</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>memory %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>%1
Container %2</source>
        <comment>container&apos;s name, id</comment>
        <translation>%1
Container %2</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Beendet %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, no answer</source>
        <comment>state; the engine hangs when asked</comment>
        <translation>%1, keine Antwort</translation>
    </message>
    <message>
        <source>The engine does not answer when it is asked about this container. What is said here may be old.</source>
        <translation>Die Engine antwortet nicht, wenn sie nach diesem Container gefragt wird. Was hier steht, kann veraltet sein.</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Parts of the service</source>
        <translation>Teile des Dienstes</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Show the panel below</source>
        <translation>Bereich unten zeigen</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Bereich schließen</translation>
    </message>
    <message>
        <source>Show the panel beside the table</source>
        <translation>Bereich neben der Tabelle zeigen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>%1, details</source>
        <comment>a service</comment>
        <translation>%1, Einzelheiten</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>The details of %1 could not be read</source>
        <translation>Die Einzelheiten von %1 ließen sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServicePicker</name>
    <message>
        <source>Choose services</source>
        <translation>Dienste wählen</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Dienst suchen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>service, place</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Show chosen</source>
        <translation>Gewählte zeigen</translation>
    </message>
    <message>
        <source>Show the busiest</source>
        <translation>Die meistbeschäftigten zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No service matches “%1”.</source>
        <translation>Kein Dienst passt zu „%1“.</translation>
    </message>
    <message>
        <source>%1 of at most %2 chosen</source>
        <translation>%1 von höchstens %2 gewählt</translation>
    </message>
    <message>
        <source>%1 are chosen, as many as can be told apart</source>
        <translation>%1 sind gewählt; mehr ließen sich nicht unterscheiden</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServiceProblemCard</name>
    <message>
        <source>Details and log</source>
        <translation>Einzelheiten und Protokoll</translation>
    </message>
    <message>
        <source>Details and log of %1</source>
        <translation>Einzelheiten und Protokoll von %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>action, service</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Unstable</source>
        <translation>Instabil</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServiceProgressModel</name>
    <message>
        <source>%1: %2</source>
        <comment>service, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>service, state, detail</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>For</source>
        <comment>how long</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServicesPage</name>
    <message>
        <source>Search services</source>
        <translation>Dienste durchsuchen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Which states</source>
        <translation>Welche Zustände</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>With problems</source>
        <translation>Mit Problemen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>the hosts</source>
        <translation>den Hosts</translation>
    </message>
    <message>
        <source>Add the machine that runs your services: this one, or another over SSH.</source>
        <translation>Fügen Sie den Rechner hinzu, auf dem Ihre Dienste laufen: diesen oder einen anderen über SSH.</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindet mit %1</translation>
    </message>
    <message>
        <source>The services appear as soon as the engine answers.</source>
        <translation>Die Dienste erscheinen, sobald die Engine antwortet.</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Nicht mit %1 verbunden</translation>
    </message>
    <message>
        <source>Its services have not been seen yet.</source>
        <translation>Seine Dienste wurden noch nicht gesehen.</translation>
    </message>
    <message>
        <source>Show hosts</source>
        <translation>Hosts zeigen</translation>
    </message>
    <message>
        <source>No containers</source>
        <translation>Keine Container</translation>
    </message>
    <message>
        <source>The engine runs and has none. Containers appear here as soon as they are created, whoever creates them.</source>
        <translation>Die Engine läuft und hat keine. Container erscheinen hier, sobald es sie gibt, gleich wer sie erstellt.</translation>
    </message>
    <message>
        <source>Add another host</source>
        <translation>Weiteren Host hinzufügen</translation>
    </message>
    <message>
        <source>No service is in this state</source>
        <translation>Kein Dienst ist in diesem Zustand</translation>
    </message>
    <message>
        <source>No results for “%1”</source>
        <translation>Keine Treffer für „%1“</translation>
    </message>
    <message>
        <source>The search looks at name, project, host, image, state, ports and id.</source>
        <translation>Durchsucht werden Name, Projekt, Host, Image, Zustand, Ports und ID.</translation>
    </message>
    <message>
        <source>Show all services</source>
        <translation>Alle Dienste zeigen</translation>
    </message>
    <message>
        <source>No hosts yet</source>
        <translation>Noch keine Hosts</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServicesStep</name>
    <message>
        <source>Search services</source>
        <translation>Dienste suchen</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation>Noch ist nichts ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 cores</source>
        <translation>%1 von %2 Kernen</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>%1 of %2 of memory</source>
        <translation>%1 von %2 Speicher</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>%1 of %2 free on disk</source>
        <translation>%1 von %2 freier Festplatte</translation>
    </message>
    <message>
        <source>%1 of disk</source>
        <translation>%1 Festplatte</translation>
    </message>
    <message>
        <source>If all of them are busy at once, this machine is too small for them.</source>
        <translation>Wenn alle zugleich beschäftigt sind, ist dieser Rechner zu klein für sie.</translation>
    </message>
    <message>
        <source>About the service</source>
        <translation>Über den Dienst</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServicesView</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The file could not be set aside</source>
        <translation>Die Datei konnte nicht beiseitegelegt werden</translation>
    </message>
    <message>
        <source>The settings file cannot be used</source>
        <translation>Die Einstellungsdatei ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>The last good copy stands in for it, and nothing can be saved.</source>
        <translation>Die letzte gute Fassung vertritt sie, und nichts kann gespeichert werden.</translation>
    </message>
    <message>
        <source>Built-in values stand in for it, and nothing can be saved.</source>
        <translation>Eingebaute Werte vertreten sie, und nichts kann gespeichert werden.</translation>
    </message>
    <message>
        <source>Set it aside and begin anew</source>
        <translation>Beiseitelegen und neu anfangen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The page that was open last</source>
        <translation>Der zuletzt offenen Seite</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Files and passwords</source>
        <translation>Dateien und Passwörter</translation>
    </message>
    <message>
        <source>Settings and hosts</source>
        <translation>Einstellungen und Hosts</translation>
    </message>
    <message>
        <source>Passwords are kept only in the system&apos;s keychain.</source>
        <translation>Passwörter werden nur im Schlüsselbund des Systems aufbewahrt.</translation>
    </message>
    <message>
        <source>Kept nowhere</source>
        <translation>Wird nirgends aufbewahrt</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open folder of: %1</source>
        <translation>Ordner öffnen: %1</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Mediahelm %1</source>
        <translation>Mediahelm %1</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>About Mediahelm</source>
        <translation>Über Mediahelm</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Start with</source>
        <translation>&amp;Beginnen mit</translation>
    </message>
    <message>
        <source>SSH passwords</source>
        <translation>SSH-Passwörter</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SetupDialog</name>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Add services from the catalog</source>
        <translation>Dienste aus dem Katalog hinzufügen</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Copied the command. Run it in %1</source>
        <translation>Befehl kopiert. Auszuführen in %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The catalog cannot be read</source>
        <translation>Der Katalog lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Nothing can be added to this workspace</source>
        <translation>Diesem Arbeitsbereich lässt sich nichts hinzufügen</translation>
    </message>
    <message>
        <source>Which services?</source>
        <translation>Welche Dienste?</translation>
    </message>
    <message>
        <source>What only you know</source>
        <translation>Noch ein paar Fragen</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <source>Make the workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Add the services</source>
        <translation>Dienste hinzufügen</translation>
    </message>
    <message>
        <source>Looking at this machine and what runs on it…</source>
        <translation>Dieser Rechner und was darauf läuft wird angesehen…</translation>
    </message>
    <message>
        <source>The workspace cannot be made so</source>
        <translation>So lässt sich der Arbeitsbereich nicht anlegen</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Es wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>Dateien werden geschrieben…</translation>
    </message>
    <message>
        <source>Keeping the secrets…</source>
        <translation>Geheimnisse werden verwahrt…</translation>
    </message>
    <message>
        <source>Putting it in place…</source>
        <translation>Wird an seinen Platz gebracht…</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Wird zurückgenommen…</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SidePanel</name>
    <message>
        <source>Find…  %1</source>
        <translation>Suchen …  %1</translation>
    </message>
    <message>
        <source>Find… an action, service or host</source>
        <translation>Suchen … nach Aktion, Dienst oder Host</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page, shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n braucht Aufmerksamkeit</numerusform>
            <numerusform>%1, %n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::StageRow</name>
    <message>
        <source>%1, %2</source>
        <comment>state of a stage, how long</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>Der Rückweg</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>stage, state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::StartView</name>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Arbeitsbereich geöffnet</translation>
    </message>
    <message>
        <source>A workspace is a folder with mediahelm.yaml, or with a compose.yaml of your own. It is opened where it lies, and nothing in it is changed until you save.</source>
        <translation>Ein Arbeitsbereich ist ein Ordner mit mediahelm.yaml oder mit Ihrer eigenen compose.yaml. Er wird dort geöffnet, wo er liegt, und nichts darin ändert sich, bis Sie speichern.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>New workspace from the catalog…</source>
        <translation>Neuer Arbeitsbereich aus dem Katalog…</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::StateNews</name>
    <message>
        <source>%1: %2</source>
        <comment>service, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n services have changed</source>
        <translation>
            <numerusform>%n Dienst hat sich geändert</numerusform>
            <numerusform>%n Dienste haben sich geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::StoreDamageBar</name>
    <message>
        <source>The store of this workspace&apos;s revisions is damaged</source>
        <translation>Der Speicher der Revisionen dieses Arbeitsbereichs ist beschädigt</translation>
    </message>
    <message>
        <source>What lies in %1 cannot be read: %2.
The workspace&apos;s files and containers are as they were. The store can be set aside, as %3… in the same folder, and an empty one be begun. Nothing is deleted.</source>
        <translation>Was in %1 liegt, ist nicht zu lesen: %2.
Die Dateien und Container des Arbeitsbereichs sind, wie sie waren. Der Speicher lässt sich beiseitelegen, als %3… im selben Ordner, und ein leerer beginnen. Nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>Neu beginnen…</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::TakeOverDialog</name>
    <message>
        <source>Take over a container</source>
        <translation>Container übernehmen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Which container?</source>
        <translation>Welcher Container?</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <source>Make the workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Es wurde nichts geschrieben</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::TimeChart</name>
    <message>
        <source>Waiting for the first values</source>
        <translation>Wartet auf die ersten Werte</translation>
    </message>
    <message>
        <source>%1: no values</source>
        <translation>%1: keine Werte</translation>
    </message>
    <message>
        <source>%1: now %2, at most %3 in the last %4</source>
        <translation>%1: jetzt %2, höchstens %3 in den letzten %4</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::UsagePane</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::VariableDelegate</name>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::VariableModel</name>
    <message>
        <source>kept apart, as a secret</source>
        <translation>getrennt aufbewahrt, als Geheimnis</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>environment of the program</source>
        <translation>Umgebung des Programms</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::VariablesPane</name>
    <message>
        <source>Find a variable</source>
        <translation>Variable suchen</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Back to default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Takes %1 out of %2; then it is: %3</source>
        <translation>Nimmt %1 aus %2; dann gilt: %3</translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::WorkspaceEditor</name>
    <message>
        <source>Close the workspace</source>
        <translation>Arbeitsbereich schließen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Below the editor</source>
        <translation>Unter dem Editor</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Find in all files</source>
        <translation>In allen Dateien suchen</translation>
    </message>
    <message>
        <source>Copy the command that starts this workspace without Mediahelm</source>
        <translation>Den Befehl kopieren, der diesen Arbeitsbereich ohne Mediahelm startet</translation>
    </message>
    <message>
        <source>Copied the command. Run it in %1</source>
        <translation>Befehl kopiert. Führen Sie ihn in %1 aus</translation>
    </message>
    <message>
        <source>The workspace cannot be read</source>
        <translation>Der Arbeitsbereich ist nicht lesbar</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Nothing here is defined elsewhere</source>
        <translation>Hier steht nichts, was anderswo definiert ist</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>project, folder</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Wählen Sie eine Datei</translation>
    </message>
    <message>
        <source>%1 – not saved</source>
        <translation>%1 – nicht gespeichert</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Another program changed this file on disk</source>
        <translation>Ein anderes Programm hat diese Datei auf dem Datenträger geändert</translation>
    </message>
    <message>
        <source>Your text is not saved until you have decided what becomes of both.</source>
        <translation>Ihr Text wird erst gespeichert, wenn Sie entschieden haben, was aus beiden Fassungen wird.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>This file can only be read</source>
        <translation>Diese Datei lässt sich nur lesen</translation>
    </message>
    <message>
        <source>It is not UTF-8 text, and editing it here would damage it.</source>
        <translation>Sie ist kein UTF-8-Text und würde hier beim Bearbeiten beschädigt.</translation>
    </message>
    <message>
        <source>Could not save %1</source>
        <translation>%1 ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>Could not read %1</source>
        <translation>%1 ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <comment>file, time</comment>
        <translation>%1, vom %2</translation>
    </message>
    <message>
        <source>The values of secrets in it were not kept.</source>
        <translation>Die Werte von Geheimnissen darin wurden nicht aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved work was kept for %n files</source>
        <translation>
            <numerusform>Nicht gespeicherte Arbeit an %n Datei wurde aufbewahrt</numerusform>
            <numerusform>Nicht gespeicherte Arbeit an %n Dateien wurde aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Mended: %1</source>
        <translation>Behoben: %1</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>This workspace has no file of variables</source>
        <translation>Dieser Arbeitsbereich hat keine Datei mit Variablen</translation>
    </message>
    <message>
        <source>Could not set %1</source>
        <translation>%1 ließ sich nicht setzen</translation>
    </message>
    <message>
        <source>Add services from the catalog…</source>
        <translation>Dienste aus dem Katalog hinzufügen…</translation>
    </message>
    <message>
        <source>See what applying these files would do, then do it</source>
        <translation>Ansehen, was das Anwenden dieser Dateien täte, dann es tun</translation>
    </message>
    <message>
        <source>Import a container…</source>
        <translation>Container übernehmen…</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1 übernommen</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>%1 changed meanwhile, and still has the secret. Try again.</source>
        <translation>%1 hat sich inzwischen geändert und enthält das Geheimnis noch. Bitte noch einmal versuchen.</translation>
    </message>
</context>
</TS>

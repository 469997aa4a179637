// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/help_text.h"

namespace mediahelm::app {

namespace {

// Text for mdoc(7): no escape and no request may hide in it. A new line for each sentence, and none over 78 columns.
QString plain(const QString &text)
{
    QStringList lines;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (QString word : words) {
        const bool begins = lines.isEmpty() || lines.last().endsWith(u'.');
        word.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
        if (begins || lines.last().size() + 1 + word.size() > 78)
            lines.append(word.startsWith(u'.') || word.startsWith(u'\'') ? QStringLiteral("\\&") + word : word);
        else
            lines.last() += u' ' + word;
    }
    return lines.join(u'\n');
}

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QString argumentMacros(const QString &arguments)
{
    QString out;
    const QStringList words = arguments.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const bool many = word.endsWith(QStringLiteral("..."));
        out += QStringLiteral(" Ar ") + (many ? word.chopped(3) + QStringLiteral(" ...") : word);
    }
    return out;
}

QString optionItem(const OptionRow &row)
{
    QString item = QStringLiteral(".It ");
    if (row.letter)
        item += QStringLiteral("Fl %1 , ").arg(QLatin1Char(row.letter));
    item += QStringLiteral("Fl \\-") + plain(latin(row.name));
    if (*row.value)
        item += QStringLiteral(" Ar ") + plain(latin(row.value));
    return item + u'\n' + plain(latin(row.help)) + u'\n';
}

QString verbSection(const VerbRow &row)
{
    QString text = QStringLiteral(".It ");
    text += *row.words ? QStringLiteral("Cm ") + plain(latin(row.words)) : QStringLiteral("Pq no verb");
    text += argumentMacros(latin(row.arguments)) + u'\n' + plain(latin(row.help)) + u'\n';
    if (*row.text)
        text += plain(latin(row.text)) + u'\n';
    const QList<const OptionRow *> rows = optionsOf(row.verb);
    if (rows.isEmpty())
        return text;
    text += QStringLiteral(".Bl -tag -width Ds\n");
    for (const OptionRow *option : rows)
        text += optionItem(*option);
    return text + QStringLiteral(".El\n");
}

QString filesSection()
{
    return QStringLiteral(".Sh FILES\n"
                          ".Bl -tag -width Ds\n"
                          ".It Pa $XDG_CONFIG_HOME/mediahelm/settings.json\n"
                          "The settings: hosts, and the server's own.\n"
                          "A file with a mistake is named by line and column and never overwritten.\n"
                          ".It Pa $XDG_STATE_HOME/mediahelm/settings.last\\-good.json\n"
                          "A copy of the last settings that could be read.\n"
                          "It stands in for a file with a mistake.\n"
                          ".It Pa $XDG_STATE_HOME/mediahelm/state.json\n"
                          "What the desktop remembers of its own looks; may be deleted.\n"
                          ".It Pa $XDG_STATE_HOME/mediahelm/secrets/secrets.sealed\n"
                          "Secrets, where there is no keychain: names and values, sealed by XChaCha20\\-Poly1305.\n"
                          ".It Pa $XDG_STATE_HOME/mediahelm/secrets/secrets.key\n"
                          "The key that they are sealed under, made with the first of them; mode 0600.\n"
                          "Keep it out of the backups that have the file.\n"
                          "A credential of the service manager named\n.Pa secrets\\-key\ncounts instead;\n"
                          "see LoadCredentialEncrypted= in systemd.exec(5).\n"
                          ".El\n"
                          "Under systemd the folders of the unit\n"
                          ".Pq Ev CONFIGURATION_DIRECTORY , Ev STATE_DIRECTORY , Ev RUNTIME_DIRECTORY\n"
                          "count instead.\n");
}

QString examplesSection()
{
    return QStringLiteral(".Sh EXAMPLES\n"
                          "What runs here, and on another machine:\n"
                          ".Dl mediahelm status\n"
                          ".Dl mediahelm status \\-\\-host ssh://me@nas\n"
                          ".Pp\n"
                          "Names of everything unhealthy, for a script:\n"
                          ".Dl mediahelm status \\-\\-json | jq \\-r \\(aq.[] | select(.health==\\(dqunhealthy\\(dq) | "
                          ".service\\(aq\n"
                          ".Pp\n"
                          "Follow a log from its last 100 lines on:\n"
                          ".Dl mediahelm logs jellyfin \\-f \\-n 100\n"
                          ".Pp\n"
                          "Keep a host and use it by name:\n"
                          ".Dl mediahelm hosts add nas ssh://me@nas\n"
                          ".Dl mediahelm restart \\-\\-host nas jellyfin\n"
                          ".Pp\n"
                          "Keep a secret of the workspace in this folder:\n"
                          ".Dl mediahelm secrets set VPN_KEY < /run/vpn.key\n");
}

} // namespace

QString manualPage()
{
    QString text = QStringLiteral(".\\\" SPDX-License-"
                                  "Identifier: GPL-3.0-or-later\n"
                                  ".\\\" Made from the option table by the build.\n"
                                  ".Dd November 22, 2026\n"
                                  ".Dt MEDIAHELM 1\n"
                                  ".Os\n"
                                  ".Sh NAME\n"
                                  ".Nm mediahelm ,\n"
                                  ".Nm mediahelm-server\n"
                                  ".Nd control center for a Docker-based home media server\n"
                                  ".Sh SYNOPSIS\n"
                                  ".Nm mediahelm\n.Op Ar verb\n.Op Ar option ...\n"
                                  ".Nm mediahelm-server\n.Op Ar verb\n.Op Ar option ...\n"
                                  ".Sh DESCRIPTION\n"
                                  "Without a verb\n.Nm mediahelm\nopens its window, and\n.Nm mediahelm-server\n"
                                  "runs the headless server, which needs neither a display nor its libraries.\n"
                                  "Both know the same verbs.\n"
                                  "Options may stand before and after the verb.\n"
                                  "Data goes to the standard output, words about it to the standard error output.\n"
                                  ".Bl -tag -width Ds\n");
    for (const VerbRow &row : verbRows())
        text += verbSection(row);
    text += QStringLiteral(".El\n.Pp\nEvery verb takes:\n.Bl -tag -width Ds\n");
    const QList<const OptionRow *> globals = globalOptions();
    for (const OptionRow *row : globals)
        text += optionItem(*row);
    text += QStringLiteral(".El\n.Sh ENVIRONMENT\n"
                           "An option counts more than a variable, a variable more than the settings file.\n"
                           ".Bl -tag -width Ds\n");
    const QList<VariableRow> variables = variableRows();
    for (const VariableRow &row : variables)
        text += QStringLiteral(".It Ev %1\n%2\n").arg(row.name, plain(row.meaning));
    text += QStringLiteral(".El\n") + filesSection() + QStringLiteral(".Sh EXIT STATUS\n.Bl -tag -width Ds\n");
    for (const ExitRow &row : exitRows())
        text += QStringLiteral(".It %1\n%2\n").arg(row.code).arg(plain(latin(row.meaning)));
    text += QStringLiteral(".El\n.Pp\nA signal ends the program with 128 plus its number.\n");
    text += examplesSection();
    return text + QStringLiteral(".Sh SEE ALSO\n.Xr docker 1 ,\n.Xr ssh 1 ,\n.Xr ssh_config 5\n");
}

} // namespace mediahelm::app

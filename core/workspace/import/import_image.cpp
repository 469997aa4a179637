// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/secret_words.h"
#include "core/workspace/import/import_parts.h"

#include <algorithm>

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortIdLength = 12;

void textUnlessImages(Importing &to, const char *key, QLatin1String field)
{
    const QString value = to.config.value(field).toString();
    if (value != to.image.value(field).toString())
        to.text.text(key, value);
}

void writeHostname(Importing &to)
{
    const QString id = to.container.value("Id"_L1).toString();
    const QString mode = to.host.value("NetworkMode"_L1).toString();
    const QString name = to.config.value("Hostname"_L1).toString();
    // The engine's own choice; and in another's network the name is that one's.
    const bool own = name == id.left(shortIdLength) || mode.startsWith("container:"_L1)
        || (mode == "host"_L1 && name == to.context.hostName);
    if (own || to.host.value("UTSMode"_L1).toString() == "host"_L1)
        return;
    to.text.text("hostname", name);
    to.text.text("domainname", to.config.value("Domainname"_L1).toString());
}

// "sonarr" and API_KEY are SONARR_API_KEY; SONARR_API_KEY stays.
QString variableFor(const QString &service, const QString &name)
{
    QString prefix = service.toUpper();
    QString variable = name.toUpper();
    for (QString *text : {&prefix, &variable}) {
        for (QChar &c : *text) {
            if (!((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')))
                c = u'_';
        }
    }
    if (!variable.startsWith(prefix + u'_'))
        variable = prefix + u'_' + variable;
    return variable.front().isDigit() ? u'_' + variable : variable;
}

bool looksSecret(const QString &name, const QString &value)
{
    return (isSecretName(name) && canBeSecret(value)) || hasPasswordInUrl(QString(value).replace(u'$', "$$"_L1));
}

// --password=x, --api-key=x
bool argumentLooksSecret(const QString &argument)
{
    const qsizetype equals = argument.indexOf(u'=');
    return equals > 0 && looksSecret(argument.first(equals), argument.sliced(equals + 1));
}

void warnOfArguments(Importing &to, const QStringList &arguments)
{
    if (std::ranges::any_of(arguments, argumentLooksSecret))
        to.result.warnings.append(u"an argument of the command looks like a secret, and stands in the file"_s);
}

} // namespace

void writeProcess(Importing &to)
{
    const QStringList entrypoint = textsOf(to.config.value("Entrypoint"_L1));
    const QStringList command = textsOf(to.config.value("Cmd"_L1));
    const bool otherEntrypoint = entrypoint != textsOf(to.image.value("Entrypoint"_L1));
    const QStringList imageCommand = textsOf(to.image.value("Cmd"_L1));
    // An entrypoint of the container's own takes the image's command away; to have none takes the same.
    const bool noCommand = command.isEmpty() && !imageCommand.isEmpty();
    if (otherEntrypoint || noCommand)
        to.text.line("entrypoint", entrypoint);
    if (!command.isEmpty() && (otherEntrypoint || noCommand || command != imageCommand))
        to.text.line("command", command);
    warnOfArguments(to, entrypoint + command);
    textUnlessImages(to, "user", "User"_L1);
    textUnlessImages(to, "working_dir", "WorkingDir"_L1);
    writeHostname(to);
    to.text.flag("tty", to.config.value("Tty"_L1).toBool());
    to.text.flag("stdin_open", to.config.value("OpenStdin"_L1).toBool());
    const QString signal = to.config.value("StopSignal"_L1).toString();
    if (signal != "SIGTERM"_L1 || to.image.contains("StopSignal"_L1)) // which the docker command says by itself
        textUnlessImages(to, "stop_signal", "StopSignal"_L1);
    const QJsonValue grace = to.config.value("StopTimeout"_L1);
    if (grace.isDouble())
        to.text.text("stop_grace_period", QString::number(grace.toInt()) + u's');
}

void writeEnvironment(Importing &to)
{
    const QStringList images = textsOf(to.image.value("Env"_L1));
    const QStringList all = textsOf(to.config.value("Env"_L1));
    QList<QByteArray> lines;
    for (const QString &entry : all) {
        const qsizetype equals = entry.indexOf(u'=');
        if (images.contains(entry) || equals < 1)
            continue;
        const QString name = entry.first(equals);
        const QString value = entry.sliced(equals + 1);
        if (!looksSecret(name, value)) {
            lines.append(yamlKey(name) + ": " + (value.isEmpty() ? QByteArray("\"\"") : composeText(value)));
            continue;
        }
        const QString variable = variableFor(to.result.service, name);
        lines.append(yamlKey(name) + ": \"${" + variable.toUtf8() + ":?}\"");
        to.result.secrets.append({name, variable, value.toUtf8()});
    }
    to.text.block("environment", lines);
}

void writeLabels(Importing &to)
{
    const QJsonObject images = to.image.value("Labels"_L1).toObject();
    const QJsonObject all = to.config.value("Labels"_L1).toObject();
    ServiceText::Pairs own;
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (images.value(it.key()) != it.value())
            own.append({it.key(), it.value().toString()});
    }
    to.text.map("labels", own);
}

void writeHealthCheck(Importing &to)
{
    const QJsonObject check = to.config.value("Healthcheck"_L1).toObject();
    if (check.isEmpty() || check == to.image.value("Healthcheck"_L1).toObject())
        return;
    const QStringList test = textsOf(check.value("Test"_L1));
    if (test.value(0) == "NONE"_L1) {
        to.text.block("healthcheck", {"disable: true"});
        return;
    }
    QList<QByteArray> lines;
    if (!test.isEmpty()) {
        QByteArrayList words;
        for (const QString &word : test) {
            const QByteArray text = composeText(word);
            words.append(text.startsWith('"') ? text : '"' + text + '"');
        }
        lines.append("test: [" + words.join(", ") + ']');
    }
    for (const auto &[key, field] :
         {std::pair{"interval", "Interval"_L1}, std::pair{"timeout", "Timeout"_L1},
          std::pair{"start_period", "StartPeriod"_L1}, std::pair{"start_interval", "StartInterval"_L1}}) {
        const qint64 nanoseconds = check.value(field).toInteger();
        if (nanoseconds > 0)
            lines.append(QByteArray(key) + ": " + durationText(nanoseconds).toUtf8());
    }
    if (const int retries = check.value("Retries"_L1).toInt(); retries > 0)
        lines.append("retries: " + QByteArray::number(retries));
    to.text.block("healthcheck", lines);
}

} // namespace mediahelm::workspace

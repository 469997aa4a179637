// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_engine.h"
#include "tests/fakes/fake_routes.h"

#include <QJsonArray>
#include <QtEndian>

namespace mediahelm::fakes {

namespace {

// An exec session is all in its id, so that nothing has to be kept: hexadecimal of the JSON that created it.
QJsonObject execOf(const QString &id)
{
    return QJsonDocument::fromJson(QByteArray::fromHex(id.toLatin1())).object();
}

int exitCodeOf(const QJsonArray &command)
{
    const QString program = command.at(0).toString();
    if (program == u"exit")
        return command.at(1).toString().toInt();
    if (program == u"false")
        return 1;
    return program == u"missing" ? 127 : 0;
}

QByteArray framed(const QByteArray &bytes, bool tty)
{
    if (tty)
        return bytes;
    QByteArray header(8, '\0');
    header[0] = 1;
    qToBigEndian(static_cast<quint32>(bytes.size()), header.data() + 4);
    return header + bytes;
}

void startExec(FakeConnection &connection, const FakeRequest &request, const QString &id)
{
    const QJsonObject exec = execOf(id);
    const QJsonArray command = exec.value(QStringLiteral("Cmd")).toArray();
    const bool tty = exec.value(QStringLiteral("Tty")).toBool();
    const QString program = command.at(0).toString();
    connection.beginRaw(id, request.headers.value("upgrade") == "tcp");
    if (program == u"cat") {
        QObject::connect(&connection, &FakeConnection::rawReceived, connection.streamScope(),
                         [&connection, tty](const QByteArray &bytes) { connection.writeStream(framed(bytes, tty)); });
        QObject::connect(&connection, &FakeConnection::rawFinished, connection.streamScope(),
                         [&connection] { connection.endStream(); });
        return;
    }
    QStringList words;
    for (qsizetype i = 1; program == u"echo" && i < command.size(); ++i)
        words += command.at(i).toString();
    if (program == u"echo")
        connection.writeStream(framed(words.join(QLatin1Char(' ')).toUtf8() + '\n', tty));
    if (program == u"missing")
        connection.writeStream(framed("OCI runtime exec failed: exec failed: unable to start container process: exec: "
                                      "\"missing\": executable file not found in $PATH: unknown\r\n",
                                      tty));
    connection.endStream();
}

} // namespace

void createExec(FakeConnection &connection, const FakeRequest &request)
{
    const QJsonObject exec = QJsonDocument::fromJson(request.body).object();
    if (exec.value(QStringLiteral("Cmd")).toArray().isEmpty()) {
        connection.fail(400, QStringLiteral("No exec command specified"));
        return;
    }
    const QString id = QString::fromLatin1(QJsonDocument(exec).toJson(QJsonDocument::Compact).toHex());
    connection.replyJson(QJsonDocument(QJsonObject{{QStringLiteral("Id"), id}}), 201);
}

void answerExec(FakeEngine &engine, FakeConnection &connection, const FakeRequest &request)
{
    Q_UNUSED(engine)
    const QStringList segments = request.segments();
    const QJsonObject exec = execOf(segments.value(1));
    const QString verb = segments.value(2);
    if (exec.isEmpty())
        connection.fail(404, QStringLiteral("No such exec instance: %1").arg(segments.value(1)));
    else if (request.method == "POST" && verb == u"start")
        startExec(connection, request, segments[1]);
    else if (request.method == "POST" && verb == u"resize")
        connection.reply(200, {});
    else if (request.method == "GET" && verb == u"json")
        connection.replyJson(QJsonDocument(
            QJsonObject{{QStringLiteral("ID"), segments[1]},
                        {QStringLiteral("Running"), false},
                        {QStringLiteral("ExitCode"), exitCodeOf(exec.value(QStringLiteral("Cmd")).toArray())}}));
    else
        connection.fail(404, QStringLiteral("page not found"));
}

} // namespace mediahelm::fakes

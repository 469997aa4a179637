// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/log_sink.h"

#include "app/run/text_marks.h"

#include <QLoggingCategory>

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace mediahelm::app {

namespace {

struct Grade {
    const char *name;
    char priority; // of syslog(3)
};

Grade gradeOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return {"debug", '7'};
    case QtInfoMsg: return {"info", '6'};
    case QtWarningMsg: return {"warning", '4'};
    case QtCriticalMsg: return {"error", '3'};
    case QtFatalMsg: break;
    }
    return {"fatal", '2'};
}

// systemd.exec(5): $JOURNAL_STREAM is "device:inode" of what the unit's output was connected to; it may be inherited by
// a process whose output goes elsewhere.
bool outputIsJournal()
{
    struct stat status {
    };
    if (::fstat(STDERR_FILENO, &status) != 0)
        return false;
    return qgetenv("JOURNAL_STREAM")
        == QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino));
}

QByteArray escaped(const QString &message)
{
    QString out;
    out.reserve(message.size() + 2);
    for (const QChar c : message) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c == u'\n')
            out += QStringLiteral("\\n");
        else if (isControlMark(c.unicode()))
            out += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else if (isReorderingMark(c.unicode()))
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out.toUtf8();
}

void sink(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const bool journal = outputIsJournal();
    const QByteArray line = logLine(type, context.category, message, QDateTime::currentDateTimeUtc(), journal) + '\n';
    // One write, so that lines of several threads do not mix.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.constData(), std::size_t(line.size()));
}

} // namespace

QByteArray logLine(QtMsgType type, const char *category, const QString &message, const QDateTime &at, bool journal)
{
    const Grade grade = gradeOf(type);
    QByteArray line;
    if (journal)
        line = QByteArray("<") + grade.priority + '>';
    else
        line = "time=" + at.toUTC().toString(Qt::ISODateWithMs).toLatin1() + " level=" + grade.name + ' ';
    return line + "category=" + (category ? category : "default") + " msg=\"" + escaped(message) + '"';
}

LogLevel logLevelFromName(const QString &name)
{
    return name == u"error"  ? LogLevel::error
        : name == u"warning" ? LogLevel::warning
        : name == u"debug"   ? LogLevel::debug
                             : LogLevel::info;
}

void setLogLevel(LogLevel level)
{
    const auto switched = [&](LogLevel from) {
        return level >= from ? QStringLiteral("true") : QStringLiteral("false");
    };
    QLoggingCategory::setFilterRules(
        QStringLiteral("*.warning=%1\nmediahelm.*.info=%2\nmediahelm.*.debug=%3\n"
                       "qt.*.debug=false\ndefault.debug=false")
            .arg(switched(LogLevel::warning), switched(LogLevel::info), switched(LogLevel::debug)));
}

void installLogSink(LogLevel level)
{
    qInstallMessageHandler(sink);
    setLogLevel(level);
}

} // namespace mediahelm::app

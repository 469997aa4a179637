// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace mediahelm::transport {

// One run of ssh: started, watched for the ready marker, and ended without leaving anything behind, also when this
// process crashes (the kernel ends ssh then). It has no terminal, so it cannot ask behind our back. Owned by the
// transport; its thread. Destroying it asks ssh to end and kills it after 2 s; it blocks for this only where no event
// loop turns any more, at the end of the program.
class SshProcess final : public QObject
{
    Q_OBJECT

public:
    // `localSocket` is what ssh makes; removed at the end.
    explicit SshProcess(const QString &localSocket);
    ~SshProcess() override;

    void start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);
    void write(const QByteArray &bytes); // to the remote session's standard input
    bool isForwarding() const { return m_forwarding; } // the marker came
    const QByteArray &standardError() const { return m_standardError; } // the first 8 and the last 24 KiB
    void forgetStandardError() { m_standardError.clear(); }
    const QString &localSocket() const { return m_localSocket; }

Q_SIGNALS:
    void forwarding();
    void output(const QByteArray &bytes); // of the remote session
    void complained(const QByteArray &bytes); // standard error, as it comes
    void ended();
    void failedToStart(const QString &reason);

private:
    void readOutput();
    void readErrors();

    QProcess *m_process; // outlives this object until ssh has ended
    QString m_localSocket;
    QByteArray m_head; // of the output, until the marker
    QByteArray m_standardError;
    bool m_forwarding = false;
};

} // namespace mediahelm::transport

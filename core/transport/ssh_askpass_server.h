// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/questioner.h"
#include "core/transport/ssh_arguments.h"

#include <QHash>
#include <QLocalServer>
#include <QSet>

#include <map>
#include <optional>

namespace mediahelm::transport {

class SshAskpassConnection;

// Answers mediahelm-askpass: takes each prompt of one attempt to connect to a questioner and the answer back. Only this
// user's processes that hold the attempt's token are heard. Once the user has declined, everything else that ssh asks
// in this attempt is declined without asking. Owned by the transport; its thread.
class SshAskpassServer final : public QObject
{
    Q_OBJECT

public:
    SshAskpassServer(Questioner &questioner, const base::HostId &host, const QString &askpassProgram);
    ~SshAskpassServer() override; // withdraws what is being asked

    base::Status listen(const QString &socketPath); // io
    const AskpassHandle &handle() const { return m_handle; }
    bool asking() const { return m_asking > 0; } // a person is thinking: deadlines wait

    // ssh is started anew within the attempt: what was answered is answered again, once each, without asking.
    void repeatAnswers();
    void forgetAnswers();

Q_SIGNALS:
    void askingChanged();
    void declined(const mediahelm::model::Question &question);

private:
    friend class SshAskpassConnection;
    using Key = std::pair<model::Question::Kind, QString>;

    void accept();
    // For connections.
    void fillIn(model::Question &question);
    std::optional<QByteArray> takeRepeated(const model::Question &question);
    void accepted(const model::Question &question, const QByteArray &answer);
    void decline(const model::Question &question);
    void countAsking(int by);

    Questioner &m_questioner;
    base::HostId m_host;
    AskpassHandle m_handle;
    QLocalServer m_server;
    QSet<SshAskpassConnection *> m_connections;
    std::map<Key, QByteArray> m_given; // in this run of ssh
    std::map<Key, QByteArray> m_repeatable; // from the run before
    int m_asking = 0;
    bool m_declined = false;
};

} // namespace mediahelm::transport

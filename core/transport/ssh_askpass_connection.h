// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/question.h"
#include "core/transport/questioner.h"

#include <QLocalSocket>
#include <QTimer>

namespace mediahelm::transport {

class SshAskpassServer;

// One run of mediahelm-askpass: "TOKEN\0HINT\0PROMPT\0" comes, "+ANSWER" or nothing goes, then the end. Owned by the
// server, which it asks to be dropped; its thread.
class SshAskpassConnection final : public QObject
{
    Q_OBJECT

public:
    SshAskpassConnection(SshAskpassServer &server, QLocalSocket *socket);
    static bool isThisUser(const QLocalSocket &socket);
    ~SshAskpassConnection() override; // withdraws its question

private:
    void read();
    void ask(const QByteArray &prompt, const QByteArray &hint);
    void take(const base::Result<Questioner::Answer> &answer);
    void reply(QByteArray answer);
    void withdraw();
    void leave();

    SshAskpassServer &m_server;
    QLocalSocket *m_socket;
    QTimer m_deadline;
    QByteArray m_request;
    model::Question m_question;
    bool m_asked = false; // and not answered yet
    bool m_done = false;
};

} // namespace mediahelm::transport

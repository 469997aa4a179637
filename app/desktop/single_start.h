// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>
#include <memory>

class QLocalSocket;

namespace mediahelm::app {

// Who of several starts on one display, with one settings file, has the window: the first one, which the others ask to
// show it. A lock tells who is first, so that the first start waits for nobody; a socket beside it, for this user
// alone, carries the others' wish: one line, "show <activation token>", answered by "shown". What a process that died
// has left behind is taken over. Owned by runDesktop(); main thread.
class SingleStart final : public QObject
{
    Q_OBJECT

public:
    // `folder`: a private one, which is made when it is missing; `name`: what sets one window apart from another.
    SingleStart(const QString &folder, const QString &name, QObject *parent = nullptr);
    ~SingleStart() override;

    // True for the first, from now until the end. Also true where the folder cannot be used: a window matters more.
    bool claim();
    // Asks the first to show its window; `token` is what the desktop gave this start for it (xdg-activation), or empty.
    // Then emits handedOver() or, when no answer comes before the deadline, unanswered().
    void handOver(const QByteArray &token, std::chrono::milliseconds deadline = std::chrono::seconds(3));

    // Of this user, display and settings file; stable, and fit for a file name.
    static QString nameFor(const QString &settingsFile);

Q_SIGNALS:
    void showAsked(const QByteArray &token); // of the first: another start wants to see it
    void handedOver();
    void unanswered();

private:
    void listen();
    void onConnection();
    void onLine(QLocalSocket *socket);

    const QString m_folder;
    const QString m_path; // without its ending
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace mediahelm::app

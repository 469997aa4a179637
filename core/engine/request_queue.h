// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/exchange.h"

#include <QObject>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>

namespace mediahelm::engine {

// A complete reply with a status of success.
struct Reply {
    int status = 0; // 200 to 299, or 304
    QByteArray body;
    QByteArray apiVersion; // of /_ping
};

// Runs one-shot calls, each on a connection of its own, at most 8 at a time. Calls that one sick container can hang
// (slow) take at most 6 of these places, so that lists and pings (quick) are held up by nobody. A call's deadline runs
// from the moment it is sent; waiting for a place is bounded too. Owned by the EngineClient; its thread. Destroying it
// drops all callbacks unrun.
class RequestQueue final : public QObject
{
    Q_OBJECT

public:
    using Opener = std::function<std::unique_ptr<transport::ByteStream>()>;
    using Callback = std::function<void(const base::Result<Reply> &)>;
    enum class Lane { quick, slow };
    struct Call {
        CallName name;
        http::OutgoingRequest request;
        std::chrono::milliseconds deadline{15000};
        qint64 bodyLimit = 0;
        Lane lane = Lane::quick;
    };

    static constexpr int mostInFlight = 8;
    static constexpr int mostSlowInFlight = 6;
    static constexpr std::size_t mostWaiting = 1000;

    explicit RequestQueue(Opener opener, std::chrono::milliseconds longestWait = std::chrono::minutes(1));
    ~RequestQueue() override;

    // `done` is called once, from the event loop. Statuses that mean failure come as errors, with the engine's words.
    void send(const Call &call, const Callback &done);
    int inFlight() const { return static_cast<int>(m_running.size()); }
    std::unique_ptr<transport::ByteStream> openStream() const { return m_opener(); }

private:
    struct Job {
        quint64 id = 0;
        Call call;
        Callback done;
        std::unique_ptr<Exchange> exchange;
    };

    void startWhatMay();
    void start(Job job);
    void finish(quint64 id, const base::Result<Reply> &result);
    void giveUpWaiting(quint64 id);

    Opener m_opener;
    std::chrono::milliseconds m_longestWait;
    std::deque<Job> m_quick;
    std::deque<Job> m_slow;
    std::unordered_map<quint64, Job> m_running;
    int m_slowRunning = 0;
    quint64 m_nextId = 1;
};

// The error that a reply of failure means: from its status, with the message of its body.
base::Error errorOfReply(const CallName &name, int status, const QByteArray &body);

} // namespace mediahelm::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/base/result.h"
#include "core/engine/engine_streams.h"
#include "core/model/container_action.h"
#include "core/model/container_detail.h"
#include "core/model/engine_info.h"
#include "core/model/log_line.h"
#include "core/model/observed_container.h"
#include "core/model/raw_container.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace mediahelm::transport {
class ByteStream;
}

namespace mediahelm::engine {

class ApiPath;
class Exchange;
class RequestQueue;

using StreamOpener = std::function<std::unique_ptr<transport::ByteStream>()>;

// Speaks the Docker Engine API (https://docs.docker.com/engine/api/, 1.24 to the newest) with one engine, Podman's
// compatible one included. Owned by the host's session; lives on its thread. Every call has a deadline and ends with
// exactly one result; destroying the client ends what is under way as cancelled. At most 8 calls are in flight, further
// ones wait their turn; streams do not count. Errors, of every call: timeout, unreachable, refused (403), notFound,
// conflict (409, and 304 where nothing was to be done is no error), invalid (a reply out of format; the message names
// the endpoint), unsupported, internal (500).
class EngineClient final : public QObject
{
    Q_OBJECT

public:
    struct Deadlines {
        std::chrono::milliseconds ping{5000};
        std::chrono::milliseconds list{5000};
        std::chrono::milliseconds inspect{15000};
        std::chrono::milliseconds action{30000}; // beyond the grace that stop and restart give a container
    };

    explicit EngineClient(StreamOpener opener, QObject *parent = nullptr);
    EngineClient(StreamOpener opener, Deadlines deadlines, QObject *parent = nullptr);
    ~EngineClient() override;

    // GET /_ping, then the newest version that both know; must come first and succeed before any other call.
    // unsupported: the engine's newest is older than 1.24, or its oldest is newer than ours.
    QFuture<base::Result<model::ApiVersion>> negotiate();
    // GET /_ping alone: whether anybody is at home.
    QFuture<base::Result<void>> ping();
    QFuture<base::Result<model::EngineInfo>> info(); // GET /version and /info
    QFuture<base::Result<model::DiskUsage>> diskUsage();
    QFuture<base::Result<QList<model::Image>>> images();

    // All containers, running or not. What the list does not say (restarts, exact times) is empty until inspected.
    QFuture<base::Result<QList<model::Container>>> containers();
    QFuture<base::Result<model::ContainerDetail>> inspect(const base::ContainerId &id);

    // What a plan compares: containers of a Compose project, running or not, and how they and images were made.
    QFuture<base::Result<QList<base::ContainerId>>> projectContainers(const QString &project);
    QFuture<base::Result<model::ObservedContainer>> observeContainer(const base::ContainerId &id);
    QFuture<base::Result<model::ObservedImage>> observeImage(const base::ImageName &name); // by name or id

    // Gives an image, by name or id, one more name ("app:1"), which another image may have had. Errors: notFound.
    QFuture<base::Result<void>> tagImage(const base::ImageName &image, const base::ImageName &name);
    // All that the engine says of a container, and of its image by the id that the container names.
    QFuture<base::Result<model::RawContainer>> rawContainer(const base::ContainerId &id);

    struct ActionOptions {
        std::optional<int> graceSeconds; // stop, restart: until SIGKILL; nullopt for the container's own setting
        bool force = false; // remove: also a running one
        bool removeAnonymousVolumes = false; // remove
    };
    QFuture<base::Result<void>> act(const base::ContainerId &id, model::ContainerAction action,
                                    const ActionOptions &options);

    // Streams. Each starts by itself in the next turn of the event loop and is owned by the caller.
    std::unique_ptr<EventStream> events(const EventFilter &filter);
    std::unique_ptr<LogStream> logs(const base::ContainerId &id, bool tty, const model::LogOptions &options);
    std::unique_ptr<StatsStream> stats(const base::ContainerId &id);
    // One reading without rates that need two; engines up to 24 wait for up to 2 s.
    QFuture<base::Result<RawStats>> statsOnce(const base::ContainerId &id);
    std::unique_ptr<ExecSession> exec(const base::ContainerId &id, const ExecOptions &options);

    model::ApiVersion apiVersion() const; // {} before negotiate() succeeded
    int callsInFlight() const;

private:
    using Chosen = std::shared_ptr<base::Pending<model::ApiVersion>>;
    void chooseByVersion(const Chosen &pending);
    void addRawImage(const std::shared_ptr<base::Pending<model::RawContainer>> &pending,
                     const model::RawContainer &raw);
    std::unique_ptr<Exchange> openExchange(const QString &what, const ApiPath &path);
    std::unique_ptr<Exchange> openExchangeOn(const base::ContainerId &id, const QString &what, const ApiPath &path);

    Deadlines m_deadlines;
    model::ApiVersion m_version;
    std::unique_ptr<RequestQueue> m_queue;
};

} // namespace mediahelm::engine

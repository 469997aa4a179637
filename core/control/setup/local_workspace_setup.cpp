// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/setup/local_workspace_setup.h"

#include "core/base/steps.h"
#include "core/base/wipe.h"
#include "core/control/setup/new_secrets.h"

#include <QPointer>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;
using Secrets = QList<workspace::SetupSecret>;

LocalWorkspaceSetup::LocalWorkspaceSetup(Fleet &fleet, secrets::SecretStore &store, QObject *parent)
    : m_fleet(fleet)
    , m_store(store)
    , m_served(m_answers.serve())
{
    setParent(parent);
}

LocalWorkspaceSetup::~LocalWorkspaceSetup() = default;

template<typename T>
QFuture<Result<T>> LocalWorkspaceSetup::onDesk(std::function<Result<T>(SetupDesk &)> work)
{
    if (!m_desk)
        m_desk = std::make_unique<base::Threaded<SetupDesk>>(u"setup"_s, [] { return std::make_unique<SetupDesk>(); });
    auto pending = std::make_shared<base::Pending<T>>();
    QFuture<Result<T>> future = pending->future();
    m_desk->post([this, pending = std::move(pending), work = std::move(work)](SetupDesk &desk) mutable {
        auto result = std::make_shared<Result<T>>(work(desk));
        m_answers.post(
            [pending = std::move(pending), result = std::move(result)] { pending->finish(std::move(*result)); });
    });
    return future;
}

QFuture<Result<QList<CatalogGroup>>> LocalWorkspaceSetup::catalog()
{
    return onDesk<QList<CatalogGroup>>([](SetupDesk &desk) { return desk.groups(); });
}

QFuture<Result<SetupGround>> LocalWorkspaceSetup::lookAt(const QString &folder, const QString &project)
{
    return onDesk<SetupGround>([folder, project](SetupDesk &desk) { return desk.lookAt(folder, project); });
}

QFuture<Result<SetupPlan>> LocalWorkspaceSetup::plan(const SetupWish &wish)
{
    if (m_making)
        return base::finishedWith<SetupPlan>(Error{ErrorKind::conflict, u"a workspace is just being made"_s, {}});
    return base::futureOf<SetupPlan>(planSteps(wish));
}

QCoro::Task<Result<SetupPlan>> LocalWorkspaceSetup::planSteps(SetupWish wish)
{
    const QPointer<LocalWorkspaceSetup> self(this);
    const Result<SetupGround> ground = co_await lookAt(wish.folder, wish.project);
    if (!self)
        co_return base::abandoned();
    if (!ground)
        co_return ground.error();
    if (const Status able = SetupDesk::check(*ground); !able)
        co_return able.error();
    auto *engine = new EnginePorts(m_fleet, ground->project, this);
    const Result<PublishedPorts> ports = co_await engine->ask();
    if (!self)
        co_return base::abandoned();
    engine->deleteLater();
    if (!ports)
        co_return ports.error();
    const std::function<Result<SetupPlan>(SetupDesk &)> work =
        [wish, ground = *ground, ports = *ports](SetupDesk &desk) { return desk.plan(wish, ground, ports); };
    const Result<SetupPlan> plan = co_await onDesk<SetupPlan>(work);
    if (self && plan)
        m_plan = *plan;
    co_return plan;
}

QFuture<Result<SetupOutcome>> LocalWorkspaceSetup::make(int number, const QMap<QString, QByteArray> &secrets)
{
    if (m_making || number != m_plan.number)
        return base::finishedWith<SetupOutcome>(Error{
            ErrorKind::conflict, m_making ? u"a workspace is just being made"_s : u"the plan is an older one"_s, {}});
    m_making = true;
    m_cancelled = false;
    return base::futureOf<SetupOutcome>(makeSteps(m_plan, secrets));
}

QCoro::Task<> LocalWorkspaceSetup::takeBack(NewSecrets *keeper)
{
    const QPointer<LocalWorkspaceSetup> self(this);
    m_making = false;
    if (m_desk)
        m_desk->post([](SetupDesk &desk) { desk.abandon(); });
    static_cast<void>(co_await keeper->undo());
    if (self)
        keeper->deleteLater();
}

// First what is likely to fail, last what makes it count.
QCoro::Task<Result<SetupOutcome>> LocalWorkspaceSetup::makeSteps(SetupPlan plan, QMap<QString, QByteArray> given)
{
    const QPointer<LocalWorkspaceSetup> self(this);
    const Error cancelled{ErrorKind::cancelled, u"the workspace was not made"_s, {}};
    Q_EMIT progressed(SetupStage::files);
    const std::function<Result<Secrets>(SetupDesk &)> write = [number = plan.number](SetupDesk &desk) {
        return desk.write(number);
    };
    const Result<Secrets> wanted = co_await onDesk<Secrets>(write);
    if (!self)
        co_return base::abandoned();
    auto *keeper = new NewSecrets(m_store, this);
    Status done = wanted ? Status() : Status(wanted.error());
    if (done && !m_cancelled) {
        Q_EMIT progressed(SetupStage::secrets);
        const auto project = secrets::ProjectName::parse(plan.project);
        done = co_await keeper->make(*project, *wanted, given);
        if (!self)
            co_return base::abandoned();
        for (QByteArray &value : given)
            base::wipe(value);
    }
    if (done && m_cancelled)
        done = cancelled;
    Result<QStringList> left;
    if (done) {
        Q_EMIT progressed(SetupStage::placing);
        const std::function<Result<QStringList>(SetupDesk &)> finish = [](SetupDesk &desk) { return desk.finish(); };
        left = co_await onDesk<QStringList>(finish);
        if (!self)
            co_return base::abandoned();
        done = left ? Status() : Status(left.error());
    }
    if (!done) {
        co_await takeBack(keeper);
        co_return done.error();
    }
    m_making = false;
    SetupOutcome outcome;
    outcome.folder = plan.folder;
    outcome.project = plan.project;
    for (const SetupFileText &file : std::as_const(plan.files))
        outcome.files.append(file.path);
    outcome.secretsMade = keeper->made();
    outcome.secretsKept = keeper->kept();
    outcome.secretsGiven = keeper->given();
    outcome.inKeychain = keeper->place().keeper == secrets::SecretKeeper::keychain;
    outcome.warnings = *left;
    keeper->deleteLater();
    co_return outcome;
}

} // namespace mediahelm::control

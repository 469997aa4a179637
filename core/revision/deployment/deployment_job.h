// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/async/revisions.h"
#include "core/revision/deployment/deployment_record.h"
#include "core/revision/deployment/deployment_source.h"
#include "core/revision/deployment/image_keeper.h"
#include "core/revision/deployment/project_runner.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace mediahelm::revision {

struct DeploymentRequest {
    enum class What {
        apply, // what is on disk
        rollBack, // to `target`
        resume, // what was interrupted; nothing, where nothing was
    };
    What what = What::apply;
    std::optional<model::RevisionId> target;
    model::Author author;
    QString message; // of the revision; not blank
    bool goesBack = true; // by itself, when something does not come up
    bool removesOrphans = true;
    HealthExpectation expectation;
    std::chrono::milliseconds interval{1000}; // of the gate's looks
};

// One deployment: saves what is on disk as a revision (or restores an earlier one), plans, carries the plan out, waits
// for health, and, when that fails, goes back to the last good revision with the images that ran before. Killed at any
// moment, a later one with What::resume finishes it, forward or back. Other processes are kept out all the while. Owned
// by who starts it; its thread. Destroying it stops it where it is, as a crash would.
class DeploymentJob final : public QObject
{
    Q_OBJECT

public:
    // All are borrowed.
    struct Surroundings {
        ComposeProcess &compose;
        engine::EngineClient &engine;
        RevisionLog &log;
        RevisionKeeper &keeper;
        DeploymentSource &source;
        const base::Clock &clock;
    };

    DeploymentJob(const Surroundings &around, DeploymentRequest request);
    ~DeploymentJob() override;

    // Once. A verdict when anything may have been changed; the record tells the rest. Errors, with nothing changed on
    // the engine: as DeploymentSource::read(), the revision store's, ProjectSurvey's; conflict: another process is at
    // work, or an interrupted deployment has to be resumed first; notFound: no such revision; cancelled.
    QFuture<base::Result<model::Verdict>> run();
    // What was touched is put back, unless that was not wanted. No effect on the way back.
    void cancel();
    const DeploymentRecord &record() const { return m_record; }
    DeploymentRecord &record() { return m_record; }

private:
    template<typename T>
    using Steps = QCoro::Task<base::Result<T>>;
    using Verdict = model::Verdict;

    Steps<Verdict> steps();
    Steps<void> endLeftBehind();
    Steps<Verdict> work();
    Steps<Verdict> workAnew();
    Steps<Verdict> resume(DeploymentNote note);
    // The files and images of a revision; then the disk is read anew.
    Steps<void> putInPlace(model::RevisionId id, QList<model::RanImage> images, QString why);
    Steps<void> readInput();
    Steps<model::Revision> save(model::RevisionKind kind, QString message, QStringList services);
    Steps<Survey> survey();
    Steps<QList<model::RanImage>> imagesOf(model::RevisionId id);
    Steps<std::optional<model::RevisionId>> lastGood();
    Steps<Verdict> deploy(Survey survey);
    Steps<Verdict> seeThatNothingIsToDo(Survey survey);
    Steps<Verdict> succeed();
    Steps<Verdict> fail(QString problem, QList<model::ServiceFailure> failures, Verdict otherwise);
    Steps<Verdict> goBack(QString problem);
    Steps<RunOutcome> wayBack();
    QFuture<base::Result<RunOutcome>> runProject(const Survey &survey, bool back);
    QFuture<base::Result<RunOutcome>> refreshImages(const Survey &survey);
    RunRequest runRequest(const Survey &survey, bool back);
    QString runNote() const; // a file
    Steps<Verdict> conclude(Verdict verdict, QString summary, bool noteImages);
    model::RevisionId judged() const;
    Steps<void> record(model::RevisionId id, model::Deployment deployment);
    Steps<void> keepLogs();
    Steps<void> noteVerdict(Verdict verdict, QString summary, bool noteImages);

    Surroundings m_around;
    DeploymentRequest m_request;
    DeploymentRecord m_record;
    std::optional<DeploymentInput> m_input;
    DeploymentNote m_note;
    std::unique_ptr<ProjectRunner> m_runner;
    bool m_cancelled = false;
    bool m_goingBack = false;
    QStringList m_notPutBack; // that could not be put back, in words
    QList<std::pair<model::RevisionId, QDateTime>> m_judgedAt; // verdicts that are noted
    bool m_takesNewImages = false; // where names mean others by now; else those that ran stay
};

} // namespace mediahelm::revision

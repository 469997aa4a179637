// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/deployment_words.h"

#include "ui/style/phrases/phrase_book.h"

#include <QCoreApplication>

namespace mediahelm::ui {

using model::DeploymentStage;
using model::RevisionKind;
using model::StageState;
using model::Verdict;
using ServiceState = model::ServiceProgress::State;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DeploymentWords)
};

QString remedyOf(base::ErrorKind kind)
{
    switch (kind) {
    case base::ErrorKind::timeout: return Text::tr("The machine may be busy. Try again.");
    case base::ErrorKind::unreachable: return Text::tr("Start Docker on this machine, then try again.");
    case base::ErrorKind::refused: return Text::tr("Mend what is named, or check the rights of this user.");
    case base::ErrorKind::conflict: return Text::tr("Wait until the other one has ended, then try again.");
    case base::ErrorKind::invalid: return Text::tr("Mend it in Configuration, whose problems name the place.");
    case base::ErrorKind::unsupported: return Text::tr("Update Docker and Docker Compose.");
    case base::ErrorKind::io: return Text::tr("Check free disk space and the rights of the folder.");
    case base::ErrorKind::cancelled:
    case base::ErrorKind::notFound:
    case base::ErrorKind::internal: break;
    }
    return {};
}

} // namespace

QString stageWord(DeploymentStage stage)
{
    switch (stage) {
    case DeploymentStage::check: return Text::tr("Check");
    case DeploymentStage::pull: return Text::tr("Pull");
    case DeploymentStage::create: return Text::tr("Create", "stage");
    case DeploymentStage::start: return Text::tr("Start", "stage");
    case DeploymentStage::health: return Text::tr("Health");
    case DeploymentStage::restore: return Text::tr("Restore files");
    case DeploymentStage::recreate: return Text::tr("Recreate", "stage");
    case DeploymentStage::recover: break;
    }
    return Text::tr("Health again");
}

bool isWayBack(DeploymentStage stage)
{
    return stage >= DeploymentStage::restore;
}

QString stageStateWord(StageState state)
{
    switch (state) {
    case StageState::waiting: return Text::tr("waiting");
    case StageState::running: return Text::tr("running");
    case StageState::done: return Text::tr("done");
    case StageState::failed: return Text::tr("failed");
    case StageState::skipped: break;
    }
    return Text::tr("skipped");
}

Tone stageStateTone(StageState state)
{
    switch (state) {
    case StageState::running: return Tone::info;
    case StageState::done: return Tone::good;
    case StageState::failed: return Tone::bad;
    case StageState::waiting:
    case StageState::skipped: break;
    }
    return Tone::neutral;
}

QString stageStateSymbol(StageState state)
{
    switch (state) {
    case StageState::waiting: return QStringLiteral("schedule");
    case StageState::running: return QStringLiteral("sync");
    case StageState::done: return QStringLiteral("check_circle-fill");
    case StageState::failed: return QStringLiteral("error-fill");
    case StageState::skipped: break;
    }
    return QStringLiteral("skip_next");
}

QString serviceStateWord(ServiceState state)
{
    switch (state) {
    case ServiceState::waiting: return Text::tr("Waiting");
    case ServiceState::creating: return Text::tr("Creating");
    case ServiceState::starting: return Text::tr("Starting");
    case ServiceState::stillStarting: return Text::tr("Still starting");
    case ServiceState::healthy: return Text::tr("Healthy");
    case ServiceState::completed: return Text::tr("Completed");
    case ServiceState::failed: return Text::tr("Failed");
    case ServiceState::untouched: break;
    }
    return Text::tr("Not touched");
}

Tone serviceStateTone(ServiceState state)
{
    switch (state) {
    case ServiceState::creating:
    case ServiceState::starting: return Tone::info;
    case ServiceState::stillStarting: return Tone::warning;
    case ServiceState::healthy:
    case ServiceState::completed: return Tone::good;
    case ServiceState::failed: return Tone::bad;
    case ServiceState::waiting:
    case ServiceState::untouched: break;
    }
    return Tone::neutral;
}

QString serviceStateSymbol(ServiceState state)
{
    switch (state) {
    case ServiceState::waiting: return QStringLiteral("schedule");
    case ServiceState::creating: return QStringLiteral("add");
    case ServiceState::starting: return QStringLiteral("play_arrow");
    case ServiceState::stillStarting: return QStringLiteral("hourglass_top");
    case ServiceState::healthy: return QStringLiteral("check_circle-fill");
    case ServiceState::completed: return QStringLiteral("check");
    case ServiceState::failed: return QStringLiteral("error-fill");
    case ServiceState::untouched: break;
    }
    return QStringLiteral("remove");
}

bool isUp(ServiceState state)
{
    return state == ServiceState::healthy || state == ServiceState::completed;
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::healthy: return Text::tr("Healthy");
    case Verdict::unhealthy: return Text::tr("Unhealthy");
    case Verdict::rolledBack: return Text::tr("Rolled back");
    case Verdict::cancelled: break;
    }
    return Text::tr("Cancelled");
}

Tone verdictTone(Verdict verdict)
{
    switch (verdict) {
    case Verdict::healthy: return Tone::good;
    case Verdict::unhealthy: return Tone::bad;
    case Verdict::rolledBack: return Tone::warning;
    case Verdict::cancelled: break;
    }
    return Tone::neutral;
}

QString verdictSymbol(Verdict verdict)
{
    switch (verdict) {
    case Verdict::healthy: return QStringLiteral("check_circle-fill");
    case Verdict::unhealthy: return QStringLiteral("error-fill");
    case Verdict::rolledBack: return QStringLiteral("undo");
    case Verdict::cancelled: break;
    }
    return QStringLiteral("cancel");
}

QString revisionKindWord(RevisionKind kind)
{
    switch (kind) {
    case RevisionKind::applied: return Text::tr("Applied");
    case RevisionKind::savePoint: return Text::tr("Save point");
    case RevisionKind::external: return Text::tr("Changed outside");
    case RevisionKind::rollback: return Text::tr("Roll-back");
    case RevisionKind::foreign: break;
    }
    return Text::tr("By git");
}

QString revisionKindSymbol(RevisionKind kind)
{
    switch (kind) {
    case RevisionKind::applied: return QStringLiteral("rocket_launch");
    case RevisionKind::savePoint: return QStringLiteral("bookmark");
    case RevisionKind::external: return QStringLiteral("edit");
    case RevisionKind::rollback: return QStringLiteral("undo");
    case RevisionKind::foreign: break;
    }
    return QStringLiteral("commit");
}

QString asSentence(const QString &text)
{
    if (text.isEmpty())
        return text;
    QString sentence = text.at(0).toUpper() + text.mid(1);
    if (!sentence.back().isPunct())
        sentence.append(u'.');
    return sentence;
}

ErrorWords deploymentError(const base::Error &error, const QString &headline)
{
    const ErrorWords usual = wordsFor(error, headline);
    const QString reason = error.message.isEmpty() ? usual.reason : asSentence(inOurWords(error.message));
    return {headline, reason, remedyOf(error.kind), inOurWords(error.detail)};
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/words.h"

#include "ui/style/format.h"
#include "ui/style/phrases/phrase_book.h"

#include <QCoreApplication>

#include <array>

namespace mediahelm::ui {

using model::ConnectionPhase;
using model::ContainerAction;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct ActionRow {
    const char *label;
    const char *underWay;
    const char *done;
    const char *doneTo; // %1 is the service
    const char *couldNot; // headline, %1 is the service
    const char *failed;
};

constexpr std::array actions{
    ActionRow{QT_TRANSLATE_NOOP("Words", "Start"), QT_TRANSLATE_NOOP("Words", "Starting…"),
              QT_TRANSLATE_NOOP("Words", "Started"), QT_TRANSLATE_NOOP("Words", "Started %1"),
              QT_TRANSLATE_NOOP("Words", "Could not start %1"), QT_TRANSLATE_NOOP("Words", "Start failed")},
    ActionRow{QT_TRANSLATE_NOOP("Words", "Stop"), QT_TRANSLATE_NOOP("Words", "Stopping…"),
              QT_TRANSLATE_NOOP("Words", "Stopped"), QT_TRANSLATE_NOOP("Words", "Stopped %1"),
              QT_TRANSLATE_NOOP("Words", "Could not stop %1"), QT_TRANSLATE_NOOP("Words", "Stop failed")},
    ActionRow{QT_TRANSLATE_NOOP("Words", "Restart"), QT_TRANSLATE_NOOP("Words", "Restarting…"),
              QT_TRANSLATE_NOOP("Words", "Restarted"), QT_TRANSLATE_NOOP("Words", "Restarted %1"),
              QT_TRANSLATE_NOOP("Words", "Could not restart %1"), QT_TRANSLATE_NOOP("Words", "Restart failed")},
    ActionRow{QT_TRANSLATE_NOOP("Words", "Pause"), QT_TRANSLATE_NOOP("Words", "Pausing…"),
              QT_TRANSLATE_NOOP("Words", "Paused"), QT_TRANSLATE_NOOP("Words", "Paused %1"),
              QT_TRANSLATE_NOOP("Words", "Could not pause %1"), QT_TRANSLATE_NOOP("Words", "Pause failed")},
    ActionRow{QT_TRANSLATE_NOOP("Words", "Resume"), QT_TRANSLATE_NOOP("Words", "Resuming…"),
              QT_TRANSLATE_NOOP("Words", "Resumed"), QT_TRANSLATE_NOOP("Words", "Resumed %1"),
              QT_TRANSLATE_NOOP("Words", "Could not resume %1"), QT_TRANSLATE_NOOP("Words", "Resume failed")},
    ActionRow{QT_TRANSLATE_NOOP("Words", "Kill"), QT_TRANSLATE_NOOP("Words", "Killing…"),
              QT_TRANSLATE_NOOP("Words", "Killed"), QT_TRANSLATE_NOOP("Words", "Killed %1"),
              QT_TRANSLATE_NOOP("Words", "Could not kill %1"), QT_TRANSLATE_NOOP("Words", "Kill failed")},
    ActionRow{QT_TRANSLATE_NOOP("Words", "Remove"), QT_TRANSLATE_NOOP("Words", "Removing…"),
              QT_TRANSLATE_NOOP("Words", "Removed"), QT_TRANSLATE_NOOP("Words", "Removed %1"),
              QT_TRANSLATE_NOOP("Words", "Could not remove %1"), QT_TRANSLATE_NOOP("Words", "Remove failed")},
};

const ActionRow &row(ContainerAction action)
{
    return actions.at(static_cast<std::size_t>(action));
}

struct KindRow {
    const char *reason;
    const char *remedy;
};

// In the order of base::ErrorKind.
constexpr std::array kinds{
    KindRow{QT_TRANSLATE_NOOP("Words", "It was cancelled."), ""},
    KindRow{QT_TRANSLATE_NOOP("Words", "No answer came in time; it may still be done."),
            QT_TRANSLATE_NOOP("Words", "Look at the state before trying again. The host may be busy.")},
    KindRow{QT_TRANSLATE_NOOP("Words", "The host is not connected."),
            QT_TRANSLATE_NOOP("Words", "Try again when the connection is back; Hosts shows why it is lost.")},
    KindRow{QT_TRANSLATE_NOOP("Words", "The engine does not permit it."),
            QT_TRANSLATE_NOOP("Words", "Check the rights of the user that the host is reached with.")},
    KindRow{QT_TRANSLATE_NOOP("Words", "It does not exist any more."), ""},
    KindRow{QT_TRANSLATE_NOOP("Words", "Its state does not allow it now."),
            QT_TRANSLATE_NOOP("Words", "Look at its state, and whether another action on it is under way.")},
    KindRow{QT_TRANSLATE_NOOP("Words", "The engine did not accept the request."), ""},
    KindRow{QT_TRANSLATE_NOOP("Words", "The engine on that host is too old or too new for it."),
            QT_TRANSLATE_NOOP("Words", "Update Docker on the host.")},
    KindRow{QT_TRANSLATE_NOOP("Words", "This machine could not read or write what it needs."),
            QT_TRANSLATE_NOOP("Words", "Check free disk space and the rights of the folder.")},
    KindRow{QT_TRANSLATE_NOOP("Words", "The engine reported an error."),
            QT_TRANSLATE_NOOP("Words", "The details and the service's log tell more.")},
};

QString optional(const char *text)
{
    return *text == '\0' ? QString() : Text::tr(text);
}

QString problem(const char *text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("ConnectionProblem", text);
}

} // namespace

QString actionLabel(ContainerAction action, int count)
{
    if (count <= 1)
        return Text::tr(row(action).label);
    switch (action) {
    case ContainerAction::start: return Text::tr("Start %n services", nullptr, count);
    case ContainerAction::stop: return Text::tr("Stop %n services", nullptr, count);
    case ContainerAction::restart: return Text::tr("Restart %n services", nullptr, count);
    case ContainerAction::pause: return Text::tr("Pause %n services", nullptr, count);
    case ContainerAction::unpause: return Text::tr("Resume %n services", nullptr, count);
    case ContainerAction::kill: return Text::tr("Kill %n services", nullptr, count);
    case ContainerAction::remove: return Text::tr("Remove %n containers", nullptr, count);
    }
    return {};
}

QString actionUnderWay(ContainerAction action)
{
    return Text::tr(row(action).underWay);
}

QString actionFailed(ContainerAction action)
{
    return Text::tr(row(action).failed);
}

QString actionDone(ContainerAction action)
{
    return Text::tr(row(action).done);
}

QString actionDone(ContainerAction action, const QStringList &services)
{
    const int count = static_cast<int>(services.size());
    if (count == 1)
        return Text::tr(row(action).doneTo).arg(services.first());
    switch (action) {
    case ContainerAction::start: return Text::tr("Started %n services", nullptr, count);
    case ContainerAction::stop: return Text::tr("Stopped %n services", nullptr, count);
    case ContainerAction::restart: return Text::tr("Restarted %n services", nullptr, count);
    case ContainerAction::pause: return Text::tr("Paused %n services", nullptr, count);
    case ContainerAction::unpause: return Text::tr("Resumed %n services", nullptr, count);
    case ContainerAction::kill: return Text::tr("Killed %n services", nullptr, count);
    case ContainerAction::remove: return Text::tr("Removed %n containers", nullptr, count);
    }
    return {};
}

QString phaseWord(ConnectionPhase phase)
{
    switch (phase) {
    case ConnectionPhase::connecting: return Text::tr("Connecting");
    case ConnectionPhase::connected: return Text::tr("Connected");
    case ConnectionPhase::notResponding: return Text::tr("Not responding");
    case ConnectionPhase::reconnecting: return Text::tr("Reconnecting");
    case ConnectionPhase::stopped: return Text::tr("Stopped", "connection");
    }
    return {};
}

Tone phaseTone(ConnectionPhase phase)
{
    switch (phase) {
    case ConnectionPhase::connecting: return Tone::info;
    case ConnectionPhase::connected: return Tone::good;
    case ConnectionPhase::notResponding:
    case ConnectionPhase::reconnecting: return Tone::warning;
    case ConnectionPhase::stopped: return Tone::bad;
    }
    return Tone::neutral;
}

QString phaseIcon(ConnectionPhase phase)
{
    switch (phase) {
    case ConnectionPhase::connecting: return QStringLiteral("sync");
    case ConnectionPhase::connected: return QStringLiteral("check_circle-fill");
    case ConnectionPhase::notResponding: return QStringLiteral("hourglass_top");
    case ConnectionPhase::reconnecting: return QStringLiteral("sync_problem");
    case ConnectionPhase::stopped: return QStringLiteral("error-fill");
    }
    return {};
}

QString connectionText(const model::ConnectionState &state, const QDateTime &now)
{
    const QString word = phaseWord(state.phase);
    switch (state.phase) {
    case ConnectionPhase::connecting:
    case ConnectionPhase::connected: return word;
    case ConnectionPhase::notResponding:
        return state.lastAnswer.isValid()
            ? Text::tr("Not responding, last answer %1").arg(formatAge(state.lastAnswer, now))
            : word;
    case ConnectionPhase::reconnecting: {
        const qint64 wait = state.nextAttempt.isValid() ? now.secsTo(state.nextAttempt) : 0;
        return wait > 0 ? Text::tr("Reconnecting: next try in %1").arg(formatDuration(std::chrono::seconds(wait)))
                        : Text::tr("Reconnecting: trying now");
    }
    case ConnectionPhase::stopped:
        if (state.problem == model::ConnectionProblem::disconnectedByUser)
            return problemSentence(state.problem);
        return state.problem == model::ConnectionProblem::none
            ? word
            : Text::tr("Stopped: %1", "a sentence").arg(problemSentence(state.problem));
    }
    return word;
}

QString problemSentence(model::ConnectionProblem value)
{
    return problem(model::problemText(value));
}

QString remedySentence(model::ConnectionProblem value)
{
    return problem(model::problemRemedy(value));
}

QString ErrorWords::oneLine() const
{
    return Text::tr("%1. %2", "headline, reason").arg(headline, reason);
}

QString ErrorWords::all() const
{
    QStringList parts{oneLine()};
    for (const QString &part : {remedy, details}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QLatin1Char('\n'));
}

ErrorWords wordsFor(const base::Error &error, const QString &headline)
{
    const KindRow &words = kinds.at(static_cast<std::size_t>(error.kind));
    QStringList details;
    for (const QString &part : {error.message, error.detail}) {
        const QString said = inOurWords(part);
        if (!said.isEmpty() && !details.contains(said))
            details.append(said);
    }
    return {headline, Text::tr(words.reason), optional(words.remedy), details.join(QLatin1Char('\n'))};
}

ErrorWords wordsFor(const base::Error &error, ContainerAction action, const QString &service)
{
    return wordsFor(error, Text::tr(row(action).couldNot).arg(service));
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/compose_progress.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

namespace mediahelm::revision {

using Kind = ComposeProgress::Kind;

namespace {

// The words of Compose's steps (pkg/progress/event.go) and of the engine's pull.
constexpr std::array statuses{"Creating",
                              "Created",
                              "Recreate",
                              "Recreated",
                              "Starting",
                              "Started",
                              "Stopping",
                              "Stopped",
                              "Restarting",
                              "Restarted",
                              "Restart",
                              "Running",
                              "Removing",
                              "Removed",
                              "Waiting",
                              "Healthy",
                              "Exited",
                              "Killing",
                              "Killed",
                              "Pulling",
                              "Pulled",
                              "Skipped",
                              "Building",
                              "Built",
                              "Error",
                              "Warning",
                              "Interrupted",
                              "Already exists",
                              "Pulling fs layer",
                              "Downloading",
                              "Download complete",
                              "Verifying Checksum",
                              "Extracting",
                              "Pull complete",
                              "Pushing",
                              "Pushed"};
constexpr std::array ended{"Created", "Recreated", "Started", "Stopped",        "Restarted",     "Running",
                           "Removed", "Healthy",   "Exited",  "Killed",         "Pulled",        "Skipped",
                           "Built",   "Error",     "Warning", "Already exists", "Pull complete", "Interrupted"};

bool isLayerId(QStringView word)
{
    return word.size() == 12 && std::all_of(word.begin(), word.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

// "Container x-1" -> container, "x-1"
void setSubject(ComposeProgress &step, const QString &subject)
{
    constexpr std::array<std::pair<const char *, Kind>, 4> prefixes{{{"Container ", Kind::container},
                                                                     {"Network ", Kind::network},
                                                                     {"Volume ", Kind::volume},
                                                                     {"Image ", Kind::image}}};
    for (const auto &[prefix, kind] : prefixes) {
        if (subject.startsWith(QLatin1String(prefix))) {
            step.kind = kind;
            step.name = subject.mid(static_cast<qsizetype>(qstrlen(prefix))).trimmed();
            if (step.name.startsWith(u'"') && step.name.endsWith(u'"') && step.name.size() > 1)
                step.name = step.name.mid(1, step.name.size() - 2);
            return;
        }
    }
    step.name = subject;
    step.kind = isLayerId(subject)                      ? Kind::layer
        : step.status.startsWith(QLatin1String("Pull")) ? Kind::image
                                                        : Kind::other;
}

std::optional<ComposeProgress> parseJson(const QString &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
    const QString subject = object.value(QLatin1String("id")).toString();
    QString status = object.value(QLatin1String("status")).toString();
    QString text = object.value(QLatin1String("text")).toString();
    if (subject.isEmpty() || (status.isEmpty() && text.isEmpty()))
        return std::nullopt;
    ComposeProgress step;
    // Version 5 has how it stands in "status", and the word in "text"; before, the word was in "status".
    step.failed = status == QLatin1String("Error") || text == QLatin1String("Error");
    const bool standing = status == QLatin1String("Working") || status == QLatin1String("Done") || status.isEmpty();
    if (standing || status == QLatin1String("Warning") || status == QLatin1String("Error"))
        std::swap(status, text);
    step.status = status;
    step.detail = object.value(QLatin1String("details")).toString();
    if (step.detail.isEmpty() && !standing)
        step.detail = text;
    step.parent = object.value(QLatin1String("parent_id")).toString();
    step.current = object.value(QLatin1String("current")).toInteger();
    step.total = object.value(QLatin1String("total")).toInteger();
    setSubject(step, subject);
    if (!step.parent.isEmpty())
        step.kind = Kind::layer;
    return step;
}

// The status stands last, after a space or two; an error's words stand after it.
std::optional<ComposeProgress> parsePlain(const QString &line)
{
    const QString text = line.trimmed();
    QString status;
    qsizetype at = -1;
    for (const char *word : statuses) {
        const QString candidate = u' ' + QLatin1String(word);
        const qsizetype found = text.indexOf(candidate);
        const qsizetype end = found + candidate.size();
        if (found <= 0 || (end < text.size() && text[end] != u' '))
            continue;
        if (at < 0 || found < at || (found == at && candidate.size() > status.size() + 1)) {
            at = found;
            status = QLatin1String(word);
        }
    }
    if (at < 0)
        return std::nullopt;
    const QString subject = text.first(at).trimmed();
    const bool named = subject.startsWith(QLatin1String("Container ")) || subject.startsWith(QLatin1String("Network "))
        || subject.startsWith(QLatin1String("Volume ")) || subject.startsWith(QLatin1String("Image "));
    // A sentence that holds one of the words is none of these lines; they begin with a space.
    if (!named && (subject.contains(u' ') || !line.startsWith(u' ')))
        return std::nullopt;
    ComposeProgress step;
    step.status = status;
    step.failed = status == QLatin1String("Error");
    step.detail = text.mid(at + 1 + status.size()).trimmed();
    setSubject(step, subject);
    return step;
}

} // namespace

bool ComposeProgress::done() const
{
    return failed
        || std::any_of(ended.begin(), ended.end(), [this](const char *word) { return status == QLatin1String(word); });
}

std::optional<ComposeProgress> parseProgress(const QString &line)
{
    if (line.startsWith(u'{'))
        return parseJson(line);
    return parsePlain(line);
}

} // namespace mediahelm::revision

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secrets_import_job.h"

#include "app/cli/complaint.h"
#include "app/cli/inert_text.h"
#include "app/cli/secrets_text.h"
#include "app/options/exit_code.h"
#include "core/base/nearest.h"
#include "core/base/process_environment.h"
#include "core/base/wipe.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using base::Result;
using base::Status;
using control::PlannedMove;

namespace {

QString placeOf(const PlannedMove &planned)
{
    return u"%1:%2"_s.arg(planned.secret.file).arg(planned.secret.place.line);
}

} // namespace

ImportSecretsJob::ImportSecretsJob(secrets::SecretStore &store, Terminal &terminal, secrets::ProjectName project,
                                   Options options)
    : m_store(store)
    , m_terminal(terminal)
    , m_project(std::move(project))
    , m_options(std::move(options))
{
}

ImportSecretsJob::~ImportSecretsJob()
{
    for (PlannedMove &planned : m_planned) {
        if (!planned.move)
            continue;
        base::wipe(planned.move->value);
        for (control::SecretMove::Text &text : planned.move->texts) {
            base::wipe(text.before);
            base::wipe(text.after); // the next one's value may be in it
        }
    }
}

void ImportSecretsJob::start()
{
    const Result<QList<PlannedMove>> planned =
        control::plannedMoves(m_options.folder, base::processEnvironment(), m_options.names);
    if (!planned)
        return Q_EMIT finished(complainOf(m_terminal, planned.error()));
    m_planned = *planned;
    m_moved.fill(false, m_planned.size());
    if (!knowsNames())
        return end(ExitCode::noInput);
    if (!m_options.yes || m_planned.isEmpty())
        return end(ExitCode::ok);
    m_store.place().then(this, [this](const Result<secrets::SecretPlace> &place) {
        if (!place)
            return end(complainOf(m_terminal, place.error()));
        if (place->insteadOfKeychain)
            m_terminal.say(u"no keychain can be used here, so the place for secrets is %1"_s.arg(placeWords(*place)));
        compareNext(0);
    });
}

// A name that is none of what stands in plain text changes nothing at all.
bool ImportSecretsJob::knowsNames()
{
    bool all = true;
    for (const QString &name : m_options.names) {
        const auto known = [&name](const PlannedMove &planned) { return planned.secret.variable == name; };
        if (std::ranges::any_of(m_planned, known))
            continue;
        all = false;
        QStringList names;
        if (auto every = control::plannedMoves(m_options.folder, base::processEnvironment())) {
            for (PlannedMove &planned : *every) {
                names.append(planned.secret.variable);
                if (planned.move)
                    base::wipe(planned.move->value);
            }
        }
        const QString nearest = base::nearestName(name, names);
        m_terminal.complain(u"no secret %1 stands in plain text%2; nothing was changed"_s.arg(
            inertWords(name), nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(inertWords(nearest))));
    }
    return all;
}

void ImportSecretsJob::compareNext(qsizetype index)
{
    if (index == m_planned.size())
        return moveNext(0);
    const PlannedMove &planned = m_planned.at(index);
    const auto name = secrets::SecretName::parse(planned.move ? planned.move->name : planned.secret.variable);
    if (!planned.move)
        return compareNext(index + 1);
    if (!name)
        return end(complainOf(m_terminal, name.error()));
    m_store.read(secrets::workspaceSecretKey(m_project, *name))
        .then(this, [this, index](const Result<std::optional<QByteArray>> &kept) {
            if (!kept)
                return end(complainOf(m_terminal, kept.error()));
            const PlannedMove &compared = m_planned.at(index);
            const bool other = kept->has_value() && **kept != compared.move->value;
            if (kept->has_value()) {
                QByteArray copy = **kept; // shares its bytes, and so wipes them
                base::wipe(copy);
            }
            if (!other)
                return compareNext(index + 1);
            m_terminal.complain(
                u"another value of %1 is kept already, so the one in %2 was not moved; nothing was changed"_s.arg(
                    compared.move->name, inertWords(placeOf(compared))));
            end(ExitCode::cannotCreate);
        });
}

void ImportSecretsJob::moveNext(qsizetype index)
{
    while (index < m_planned.size() && !m_planned.at(index).move)
        ++index;
    if (index == m_planned.size()) {
        const bool some = std::ranges::any_of(m_planned, [](const PlannedMove &planned) { return !planned.move; });
        return end(some ? ExitCode::failed : ExitCode::ok);
    }
    const control::SecretMove &move = *m_planned.at(index).move;
    const auto name = secrets::SecretName::parse(move.name);
    if (!name)
        return end(complainOf(m_terminal, name.error()));
    const QString key = secrets::workspaceSecretKey(m_project, *name);
    m_store.write(key, move.value).then(this, [this, index, key](const Status &written) {
        if (!written)
            return end(complainOf(m_terminal, written.error()));
        confirm(index, key);
    });
}

// What cannot be read back must not leave the file.
void ImportSecretsJob::confirm(qsizetype index, const QString &key)
{
    m_store.read(key).then(this, [this, index](const Result<std::optional<QByteArray>> &kept) {
        const bool same = kept && kept->has_value() && **kept == m_planned.at(index).move->value;
        if (kept && kept->has_value()) {
            QByteArray copy = **kept; // shares its bytes, and so wipes them
            base::wipe(copy);
        }
        if (same)
            return write(index);
        m_terminal.complain(u"%1 could not be read back from where it was put, so %2 is as it was"_s.arg(
            m_planned.at(index).move->name, inertWords(m_planned.at(index).secret.file)));
        end(ExitCode::io);
    });
}

void ImportSecretsJob::write(qsizetype index)
{
    const PlannedMove &planned = m_planned.at(index);
    const Status written = control::writeMove(m_options.folder, *planned.move);
    if (!written) {
        m_terminal.complain(
            u"%1 is kept, and still stands in %2"_s.arg(planned.move->name, inertWords(placeOf(planned))));
        return end(complainOf(m_terminal, written.error()));
    }
    m_moved[index] = true;
    moveNext(index + 1);
}

void ImportSecretsJob::tell()
{
    for (qsizetype i = 0; i < m_planned.size(); ++i) {
        const PlannedMove &planned = m_planned.at(i);
        if (!planned.move)
            m_terminal.complain(u"%1: %2 stays: %3"_s.arg(
                inertWords(placeOf(planned)), inertWords(planned.secret.variable), inertWords(planned.problem)));
    }
    if (m_planned.isEmpty())
        m_terminal.say(u"no secret stands in plain text"_s);
    const bool any =
        std::ranges::any_of(m_planned, [](const PlannedMove &planned) { return planned.move.has_value(); });
    if (!m_options.yes && any)
        m_terminal.say(u"nothing was changed; with --yes they are moved"_s);
    if (m_moved.contains(true) && QFileInfo::exists(m_options.folder + u"/.mediahelm/revisions.git"_s))
        m_terminal.say(u"revisions that were saved before still hold the values: change those that matter at their "
                       "services"_s);
}

void ImportSecretsJob::end(int exitCode)
{
    QString text;
    for (qsizetype i = 0; i < m_planned.size(); ++i) {
        const PlannedMove &planned = m_planned.at(i);
        if (planned.move)
            text += u"%1 %2: %3 %4\n"_s.arg(m_moved.at(i) ? u"moved"_s : u"plain"_s, inertWords(placeOf(planned)),
                                            inertWords(planned.secret.variable), u"-> secret "_s + planned.move->name);
    }
    if (!m_terminal.print(m_options.json ? json() : text.toUtf8()))
        return Q_EMIT finished(m_terminal.exitCode());
    tell();
    Q_EMIT finished(exitCode);
}

QByteArray ImportSecretsJob::json() const
{
    QJsonArray items;
    for (qsizetype i = 0; i < m_planned.size(); ++i) {
        const PlannedMove &planned = m_planned.at(i);
        items.append(QJsonObject{
            {u"variable"_s, planned.secret.variable},
            {u"name"_s, planned.move ? QJsonValue(planned.move->name) : QJsonValue()},
            {u"file"_s, planned.secret.file},
            {u"line"_s, planned.secret.place.line},
            {u"column"_s, planned.secret.place.column},
            {u"pointer"_s, planned.secret.pointer},
            {u"moved"_s, m_moved.at(i)},
            {u"problem"_s, planned.problem.isEmpty() ? QJsonValue() : QJsonValue(planned.problem)},
        });
    }
    return inertJson(QJsonDocument(QJsonObject{{u"project"_s, m_project.text()}, {u"secrets"_s, items}}));
}

} // namespace mediahelm::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/secret_moves.h"

#include "core/base/durable_file.h"
#include "core/base/wipe.h"
#include "core/control/configuration/overlaid_files.h"
#include "core/control/configuration/secret_list.h"
#include "core/control/configuration/workspace_view.h"
#include "core/workspace/project/references.h"
#include "core/workspace/project/workspace_validator.h"

#include <QDir>

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

namespace {

bool isSame(const PlainSecret &one, const PlainSecret &other)
{
    return one.file == other.file && one.pointer == other.pointer && one.variable == other.variable;
}

class Planner
{
public:
    Planner(const QString &folder, const QMap<QString, QString> &process)
        : m_files(QDir(folder).absolutePath())
        , m_view(process)
    {
    }

    Result<QList<PlannedMove>> plan(const QStringList &named)
    {
        Result<QList<PlainSecret>> found = look();
        if (!found)
            return found.error();
        found->removeIf([&named](const PlainSecret &one) { return !named.isEmpty() && !named.contains(one.variable); });
        inOrder(*found);
        for (const PlainSecret &secret : std::as_const(*found)) {
            const Result<QList<PlainSecret>> now = look();
            if (!now)
                return now.error();
            if (std::ranges::any_of(*now, [&secret](const PlainSecret &one) { return isSame(one, secret); }))
                m_planned.append(planOne(secret));
        }
        return std::move(m_planned);
    }

private:
    Result<QList<PlainSecret>> look()
    {
        const Result<workspace::Workspace> workspace =
            workspace::readWorkspace(m_files, m_view.process(), &m_references);
        if (!workspace)
            return workspace.error();
        m_view.set(*workspace);
        return secretsOf(m_view, m_validator.validate(*workspace, m_view.process())).plain;
    }

    // Of files of variables the strongest first: its value is the one that counts.
    void inOrder(QList<PlainSecret> &secrets) const
    {
        QHash<QString, qsizetype> strength;
        const QList<workspace::EnvLayer> &own = m_view.workspace().envLayers;
        for (qsizetype i = 0; i < own.size(); ++i)
            strength.insert(own.at(i).path, own.size() - i);
        const auto rank = [&](const PlainSecret &one) {
            return one.pointer.isEmpty() ? strength.value(one.file, own.size() + 1) : own.size() + 2;
        };
        std::stable_sort(secrets.begin(), secrets.end(),
                         [&rank](const PlainSecret &one, const PlainSecret &other) { return rank(one) < rank(other); });
    }

    PlannedMove planOne(const PlainSecret &secret)
    {
        Result<SecretMove> move = moveOut(m_view, secret);
        if (!move)
            return {secret, std::nullopt, move.error().message};
        for (const PlannedMove &earlier : std::as_const(m_planned)) {
            if (!earlier.move || earlier.move->name != move->name || earlier.move->value == move->value)
                continue;
            base::wipe(move->value);
            return {secret, std::nullopt,
                    u"another value of %1 is taken from %2, which counts: take this one out by hand"_s.arg(
                        move->name, earlier.secret.file)};
        }
        for (const SecretMove::Text &text : std::as_const(move->texts))
            m_files.set(text.file, text.after);
        return {secret, *move, {}};
    }

    OverlaidFiles m_files;
    WorkspaceView m_view;
    workspace::ReferenceMemory m_references;
    workspace::WorkspaceValidator m_validator;
    QList<PlannedMove> m_planned;
};

} // namespace

Result<QList<PlannedMove>> plannedMoves(const QString &folder, const QMap<QString, QString> &process,
                                        const QStringList &named)
{
    return Planner(folder, process).plan(named);
}

Status writeMove(const QString &folder, const SecretMove &move)
{
    const OverlaidFiles files(QDir(folder).absolutePath());
    for (const SecretMove::Text &text : move.texts) {
        const Result<QByteArray> now = files.readDisk(text.file);
        if (!now)
            return now.error();
        if (*now != text.before)
            return Error{ErrorKind::conflict, u"%1 was changed on the disk meanwhile"_s.arg(text.file), {}};
        if (const Status written = base::replaceDurably(files.absolute(text.file), text.after); !written)
            return written;
    }
    return {};
}

} // namespace mediahelm::control

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/problem_model.h"

#include "ui/configuration/explanation_words.h"
#include "ui/style/icons.h"
#include "ui/style/phrases/phrase_book.h"

#include <algorithm>

namespace mediahelm::ui {

using model::Diagnostic;
using model::Severity;

namespace {

QIcon iconOf(Severity severity)
{
    switch (severity) {
    case Severity::error: return symbolIcon(QStringLiteral("error"), Tone::bad);
    case Severity::warning: return symbolIcon(QStringLiteral("warning"), Tone::warning);
    case Severity::hint: break;
    }
    return symbolIcon(QStringLiteral("info"), Tone::info);
}

bool same(const Diagnostic &a, const Diagnostic &b)
{
    return a.severity == b.severity && a.code == b.code && a.file == b.file && a.place == b.place
        && a.pointer == b.pointer && a.message == b.message && a.fix.has_value() == b.fix.has_value();
}

} // namespace

void ProblemModel::setProblems(QList<Diagnostic> problems)
{
    std::ranges::stable_sort(problems, {}, &Diagnostic::severity);
    // Mostly nothing has changed but places: rows stay, and with them what is selected.
    const qsizetype both = std::min(problems.size(), m_problems.size());
    if (problems.size() < m_problems.size()) {
        beginRemoveRows({}, int(both), int(m_problems.size()) - 1);
        m_problems.resize(both);
        endRemoveRows();
    } else if (problems.size() > m_problems.size()) {
        beginInsertRows({}, int(both), int(problems.size()) - 1);
        m_problems.append(problems.mid(both));
        endInsertRows();
    }
    for (qsizetype i = 0; i < both; ++i) {
        const bool changed = !same(m_problems.at(i), problems.at(i));
        m_problems[i] = problems.at(i);
        if (changed)
            Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCountOf - 1));
    }
}

const Diagnostic *ProblemModel::problem(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_problems.size() ? &m_problems.at(index.row()) : nullptr;
}

int ProblemModel::count(Severity severity) const
{
    return int(std::ranges::count(m_problems, severity, &Diagnostic::severity));
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountOf);
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    const Diagnostic *found = problem(index);
    if (!found)
        return {};
    const QString place = found->file.isEmpty() ? tr("the whole workspace")
        : found->place.line > 0 ? tr("%1, line %2").arg(found->file.section(u'/', -1)).arg(found->place.line)
                                : found->file;
    switch (role) {
    case Qt::DisplayRole: return index.column() == MessageColumn ? inOurWords(found->message) : place;
    case Qt::ToolTipRole: return problemHtml(*found);
    case Qt::DecorationRole: return index.column() == MessageColumn ? QVariant(iconOf(found->severity)) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == MessageColumn
            ? tr("%1: %2", "severity, message").arg(severityWord(found->severity), inOurWords(found->message))
            : place;
    default: return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == MessageColumn ? tr("Problem") : tr("Place");
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/revision_model.h"

#include "ui/deployments/deployment_words.h"
#include "ui/style/format.h"
#include "ui/style/phrases/phrase_book.h"

#include <algorithm>

namespace mediahelm::ui {

using model::Revision;

namespace {

constexpr qsizetype namedServices = 3;

QString servicesOf(const Revision &revision)
{
    const int more = int(revision.services.size() - namedServices);
    const QString named = revision.services.mid(0, namedServices).join(QStringLiteral(", "));
    return more > 0 ? RevisionModel::tr("%1 and %n more", nullptr, more).arg(named) : named;
}

} // namespace

QString revisionTitle(const Revision &revision)
{
    const QString message = revision.message.section(u'\n', 0, 0);
    return message.isEmpty() ? revisionKindWord(revision.kind) : inOurWords(message);
}

QString revisionLine(const Revision &revision)
{
    QStringList parts{revisionKindWord(revision.kind), formatInstant(revision.when)};
    for (const QString &part : {revision.author.name, servicesOf(revision)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

void RevisionModel::setDesk(control::RevisionDesk *desk)
{
    if (m_desk)
        disconnect(m_desk, nullptr, this, nullptr);
    m_desk = desk;
    ++m_asked;
    m_loading = false;
    beginResetModel();
    m_revisions.clear();
    m_next.reset();
    m_total = 0;
    endResetModel();
    if (!desk)
        return;
    connect(desk, &control::RevisionDesk::changed, this, &RevisionModel::reload);
    reload();
}

void RevisionModel::setFilter(const model::RevisionFilter &filter)
{
    m_filter = filter;
    ++m_asked;
    m_loading = false;
    beginResetModel();
    m_revisions.clear();
    m_next.reset();
    endResetModel();
    reload();
}

void RevisionModel::reload()
{
    if (m_desk)
        ask(std::max(pageSize, int(m_revisions.size())), {}, true);
}

void RevisionModel::ask(int limit, const std::optional<model::RevisionId> &from, bool anew)
{
    m_loading = true;
    const int asked = ++m_asked;
    m_desk->list(m_filter, limit, from).then(this, [this, asked, anew](const base::Result<model::RevisionPage> &page) {
        if (asked != m_asked)
            return;
        m_loading = false;
        if (page) {
            take(*page, anew);
            return;
        }
        m_next.reset(); // or it would be asked for over and over
        Q_EMIT failed(page.error());
        Q_EMIT loaded();
    });
}

void RevisionModel::take(const model::RevisionPage &page, bool anew)
{
    m_total = page.total;
    m_next = page.next;
    if (anew) {
        replace(page.revisions);
    } else if (!page.revisions.isEmpty()) {
        beginInsertRows({}, int(m_revisions.size()), int(m_revisions.size() + page.revisions.size()) - 1);
        m_revisions.append(page.revisions);
        endInsertRows();
    }
    // A search looks at many before it finds one: nobody scrolls in an empty list.
    if (page.revisions.isEmpty() && m_next)
        ask(pageSize, m_next, false);
    else
        Q_EMIT loaded();
}

// Mostly some are new at the front: the others stay, and with them what is selected.
void RevisionModel::replace(const QList<Revision> &revisions)
{
    qsizetype added = 0;
    if (!m_revisions.isEmpty())
        added = std::ranges::find(revisions, m_revisions.constFirst().id, &Revision::id) - revisions.begin();
    const qsizetype both = std::min(m_revisions.size(), revisions.size() - added);
    const bool same = !m_revisions.isEmpty() && both == m_revisions.size() && revisions.size() == both + added
        && std::equal(m_revisions.begin(), m_revisions.end(), revisions.begin() + added,
                      [](const Revision &a, const Revision &b) { return a.id == b.id; });
    if (!same) {
        beginResetModel();
        m_revisions = revisions;
        endResetModel();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, int(added) - 1);
        m_revisions = revisions;
        endInsertRows();
    } else {
        m_revisions = revisions;
    }
    Q_EMIT dataChanged(index(0), index(int(m_revisions.size()) - 1));
}

const Revision *RevisionModel::revision(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_revisions.size() ? &m_revisions.at(index.row()) : nullptr;
}

QModelIndex RevisionModel::indexOf(const model::RevisionId &id) const
{
    const auto found = std::ranges::find(m_revisions, id, &Revision::id);
    return found == m_revisions.end() ? QModelIndex() : index(int(found - m_revisions.begin()));
}

int RevisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_revisions.size());
}

QVariant RevisionModel::data(const QModelIndex &index, int role) const
{
    const Revision *found = revision(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return revisionTitle(*found);
    case Qt::ToolTipRole: return Qt::convertFromPlainText(found->message);
    case Qt::AccessibleTextRole: {
        QStringList parts{revisionTitle(*found), revisionLine(*found)};
        if (found->deployment)
            parts.append(verdictWord(found->deployment->verdict));
        if (!found->tags.isEmpty())
            parts.append(tr("Tags: %1").arg(found->tags.join(QStringLiteral(", "))));
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

bool RevisionModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_desk && m_next && !m_loading;
}

void RevisionModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(pageSize, m_next, false);
}

} // namespace mediahelm::ui

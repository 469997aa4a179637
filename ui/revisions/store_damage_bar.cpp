// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/store_damage_bar.h"

#include "ui/revisions/begin_anew_dialog.h"

#include <QFileInfo>

namespace mediahelm::ui {

using base::Result;
using control::StoreDamage;

StoreDamageBar::StoreDamageBar(QWidget *parent)
    : MessageBar(parent)
{
    setObjectName(QStringLiteral("revisions.damage"));
    setDismissible(false);
    connect(this, &MessageBar::actionTriggered, this, &StoreDamageBar::ask);
}

void StoreDamageBar::setDesk(control::RevisionDesk *desk)
{
    if (m_desk)
        disconnect(m_desk.data(), nullptr, this, nullptr);
    m_desk = desk;
    m_damage.reset();
    withdraw();
    if (!desk)
        return;
    connect(desk, &control::RevisionDesk::changed, this, [this] { look({}); });
    look({});
}

void StoreDamageBar::explain(const base::Error &error)
{
    look(error);
}

void StoreDamageBar::look(const std::optional<base::Error> &why)
{
    if (!m_desk)
        return;
    const QPointer<control::RevisionDesk> asked = m_desk;
    m_desk->damage().then(this, [this, asked, why](const Result<std::optional<StoreDamage>> &damage) {
        if (asked != m_desk)
            return;
        m_damage = damage ? *damage : std::nullopt;
        if (m_damage) {
            showDamage(*m_damage);
            return;
        }
        withdraw();
        if (why)
            Q_EMIT unexplained(*why);
    });
}

void StoreDamageBar::showDamage(const StoreDamage &damage)
{
    const QString headline = tr("The store of this workspace's revisions is damaged");
    if (!isHidden() && this->headline() == headline)
        return; // it was announced already
    tell(Tone::bad, headline,
         tr("What lies in %1 cannot be read: %2.\nThe workspace's files and containers are as they were. The store "
            "can be set aside, as %3… in the same folder, and an empty one be begun. Nothing is deleted.")
             .arg(damage.folder, damage.detail, QFileInfo(damage.aside).fileName()));
    setAction(tr("Begin anew…"));
}

void StoreDamageBar::ask()
{
    if (!m_damage)
        return;
    auto *dialog = new BeginAnewDialog(*m_damage, this);
    connect(dialog, &BeginAnewDialog::confirmed, this, &StoreDamageBar::begin);
    dialog->open();
}

void StoreDamageBar::begin()
{
    if (!m_desk)
        return;
    const QPointer<control::RevisionDesk> asked = m_desk;
    m_desk->beginAnew().then(this, [this, asked](const Result<QString> &aside) {
        if (asked != m_desk)
            return;
        if (aside)
            Q_EMIT begunAnew(*aside);
        else
            Q_EMIT failed(aside.error());
    });
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/revision_desk.h"
#include "ui/widgets/message_bar.h"

#include <QPointer>

#include <optional>

namespace mediahelm::ui {

// Says that a store of revisions is damaged, how, and where it would go, and begins a new one once that is confirmed.
// Hidden while the store is as it ought to be. Owned by the Revisions page; main thread.
class StoreDamageBar final : public MessageBar
{
    Q_OBJECT

public:
    explicit StoreDamageBar(QWidget *parent = nullptr);

    void setDesk(control::RevisionDesk *desk); // borrowed until another one, or nullptr, is set
    // Something could not be read: looks whether damage is why. Else unexplained() follows.
    void explain(const base::Error &error);

Q_SIGNALS:
    void unexplained(const mediahelm::base::Error &error);
    void begunAnew(const QString &aside); // where the old store is
    void failed(const mediahelm::base::Error &error);

private:
    void look(const std::optional<base::Error> &why);
    void showDamage(const control::StoreDamage &damage);
    void ask();
    void begin();

    QPointer<control::RevisionDesk> m_desk;
    std::optional<control::StoreDamage> m_damage;
};

} // namespace mediahelm::ui

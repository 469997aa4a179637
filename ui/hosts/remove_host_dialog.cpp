// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/remove_host_dialog.h"

#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

RemoveHostDialog::RemoveHostDialog(const base::HostId &host, int containers, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remove host"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::heading, tr("Remove the host %1?").arg(host.text()), this, true));
    layout->addWidget(
        makeText(TextRole::normal, tr("Mediahelm forgets its address. Nothing on the host is touched."), this, true));
    if (containers > 0)
        layout->addWidget(
            makeText(TextRole::normal, tr("Its %n containers stay as they are.", nullptr, containers), this, true));
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *remove = buttons->addButton(tr("Remove %1").arg(host.text()), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    remove->setAutoDefault(false);
    cancel->setDefault(true);
    cancel->setFocus();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_dialog.h"

#include "core/control/host_directory.h"
#include "ui/hosts/connection_test_panel.h"
#include "ui/hosts/host_form.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mediahelm::ui {

namespace {

QList<base::HostId> otherHosts(const control::Fleet &fleet, const std::optional<model::HostProfile> &edited)
{
    QList<base::HostId> ids;
    const QList<control::HostStatus> hosts = fleet.hosts();
    for (const control::HostStatus &status : hosts) {
        if (!edited || status.profile.id != edited->id)
            ids.append(status.profile.id);
    }
    return ids;
}

} // namespace

HostDialog::HostDialog(control::Fleet &fleet, control::HostDirectory &hosts,
                       const std::optional<model::HostProfile> &edited, QWidget *parent)
    : QDialog(parent)
    , m_hosts(hosts)
    , m_edited(edited)
    , m_form(new HostForm(otherHosts(fleet, edited), this))
    , m_test(new ConnectionTestPanel(hosts, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(edited ? tr("Edit host %1").arg(edited->id.text()) : tr("Add host"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_form);
    layout->addWidget(m_test);
    layout->addStretch();

    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(edited ? tr("Save host") : tr("Add host"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_save->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &HostDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(
        m_test, &ConnectionTestPanel::grown, this,
        [this] {
            QLayout *all = this->layout();
            all->activate();
            resize(width(), std::max(height(), all->totalHeightForWidth(width())));
        },
        Qt::QueuedConnection);
    connect(m_form, &HostForm::changed, this, &HostDialog::onChanged);

    m_form->setValues(edited ? HostFormValues::of(*edited) : HostFormValues());
    setMinimumWidth(fontMetrics().averageCharWidth() * 78);
    onChanged();
}

void HostDialog::onChanged()
{
    const HostFormCheck check = m_form->check();
    m_save->setEnabled(check.profile.has_value());
    m_test->setProfile(check.profile);
}

void HostDialog::save()
{
    const HostFormCheck check = m_form->check();
    if (!check.profile)
        return;
    const base::Status status = m_edited ? m_hosts.update(m_edited->id, *check.profile) : m_hosts.add(*check.profile);
    if (!status) {
        const ErrorWords words = wordsFor(status.error(), tr("The host could not be saved"));
        m_form->showProblem(words.all(), HostField::name);
        return;
    }
    Q_EMIT saved(check.profile->id);
    accept();
}

} // namespace mediahelm::ui

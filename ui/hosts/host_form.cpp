// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/host_form.h"

#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace mediahelm::ui {

namespace {

using Kind = model::EngineAddress::Kind;

QFormLayout *makeForm(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(space::small);
    return form;
}

} // namespace

HostForm::HostForm(const QList<base::HostId> &taken, QWidget *parent)
    : QWidget(parent)
    , m_taken(taken)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);

    auto *top = new QWidget(this);
    QFormLayout *form = makeForm(top);
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("SSH: a machine that you can log in to"), int(Kind::ssh));
    m_kind->addItem(tr("This machine"), int(Kind::local));
    m_kind->addItem(tr("Unix socket on this machine"), int(Kind::unixSocket));
    m_kind->addItem(tr("TCP: an open engine port"), int(Kind::tcp));
    guardWheel(m_kind);
    form->addRow(tr("&Connection"), m_kind);
    layout->addWidget(top);

    // Not a stack, which would be as high as the highest: no hole opens above the name.
    m_fields = {makeSshFields(), makeLocalFields(), makeSocketFields(), makeTcpFields()};
    for (QWidget *fields : std::as_const(m_fields))
        layout->addWidget(fields);
    showFields(0);

    auto *bottom = new QWidget(this);
    form = makeForm(bottom);
    m_name = makeEdit(tr("for example nas"), 63);
    form->addRow(tr("&Name in Mediahelm"), m_name);
    layout->addWidget(bottom);

    m_problem = makeText(TextRole::normal, {}, this, true);
    m_problem->setMinimumHeight(fontMetrics().lineSpacing() * 2); // so that nothing jumps
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    layout->addWidget(m_problem);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        showFields(index);
        suggestName();
        onChanged();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameIsMine = m_name->text().isEmpty(); });
    connect(m_sshHost, &QLineEdit::textEdited, this, &HostForm::suggestName);
    connect(m_tcpHost, &QLineEdit::textEdited, this, &HostForm::suggestName);
}

void HostForm::showFields(int index)
{
    for (int i = 0; i < m_fields.size(); ++i)
        m_fields.at(i)->setVisible(i == index);
}

QLineEdit *HostForm::makeEdit(const QString &placeholder, int longest)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(placeholder);
    edit->setMaxLength(longest);
    connect(edit, &QLineEdit::textChanged, this, &HostForm::onChanged);
    return edit;
}

QWidget *HostForm::makeSshFields()
{
    auto *page = new QWidget(this);
    QFormLayout *form = makeForm(page);
    m_sshHost = makeEdit(tr("for example nas.home, 192.168.1.20, or an alias of ~/.ssh/config"), 253);
    form->addRow(tr("&Host"), m_sshHost);
    auto *row = new QWidget(page);
    auto *two = new QHBoxLayout(row);
    two->setContentsMargins(0, 0, 0, 0);
    m_sshUser = makeEdit(tr("as ssh decides"), 32);
    m_sshUser->setAccessibleName(tr("User"));
    m_sshPort = new QSpinBox(this);
    m_sshPort->setRange(0, 65535);
    m_sshPort->setSpecialValueText(tr("as ssh decides"));
    m_sshPort->setAccessibleName(tr("Port"));
    guardWheel(m_sshPort);
    connect(m_sshPort, &QSpinBox::valueChanged, this, &HostForm::onChanged);
    two->addWidget(m_sshUser, 2);
    auto *portLabel = new QLabel(tr("&Port"), row);
    portLabel->setBuddy(m_sshPort);
    two->addWidget(portLabel);
    // Wide enough for its words: a spin box asks for less room than these take with some styles.
    m_sshPort->setMinimumWidth(fontMetrics().horizontalAdvance(m_sshPort->specialValueText()) + 56);
    two->addWidget(m_sshPort, 1);
    auto *userLabel = new QLabel(tr("&User"), page);
    userLabel->setBuddy(m_sshUser);
    form->addRow(userLabel, row);
    m_remoteSocket = makeEdit(tr("found by itself"), 107);
    form->addRow(tr("Engine's &socket there"), m_remoteSocket);
    form->addRow(makeText(TextRole::caption,
                          tr("Your keys, agent and ~/.ssh/config are used. Nothing is installed on the host."), page,
                          true));
    return page;
}

QWidget *HostForm::makeLocalFields()
{
    auto *page = new QWidget(this);
    QFormLayout *form = makeForm(page);
    form->addRow(makeText(TextRole::caption,
                          tr("The engine of this machine, found as the docker command finds it: DOCKER_HOST, the "
                             "current context, then the usual sockets."),
                          page, true));
    return page;
}

QWidget *HostForm::makeSocketFields()
{
    auto *page = new QWidget(this);
    QFormLayout *form = makeForm(page);
    m_socketPath = makeEdit(tr("for example /run/user/1000/podman/podman.sock"), 107);
    form->addRow(tr("&Socket"), m_socketPath);
    return page;
}

QWidget *HostForm::makeTcpFields()
{
    auto *page = new QWidget(this);
    QFormLayout *form = makeForm(page);
    m_tcpHost = makeEdit(tr("for example 192.168.1.20"), 253);
    form->addRow(tr("&Host"), m_tcpHost);
    m_tcpPort = new QSpinBox(this);
    m_tcpPort->setRange(1, 65535);
    m_tcpPort->setValue(2375);
    guardWheel(m_tcpPort);
    connect(m_tcpPort, &QSpinBox::valueChanged, this, &HostForm::onChanged);
    form->addRow(tr("&Port"), m_tcpPort);
    form->addRow(makeText(TextRole::caption,
                          tr("An open engine port gives everybody who reaches it full power over the machine, without "
                             "a password and unencrypted. SSH is safer."),
                          page, true));
    return page;
}

void HostForm::setValues(const HostFormValues &values)
{
    m_nameIsMine = values.name.isEmpty();
    m_kind->setCurrentIndex(m_kind->findData(int(values.kind)));
    m_sshUser->setText(values.sshUser);
    m_sshHost->setText(values.sshHost);
    m_sshPort->setValue(values.sshPort);
    m_remoteSocket->setText(values.remoteSocket);
    m_socketPath->setText(values.socketPath);
    m_tcpHost->setText(values.tcpHost);
    m_tcpPort->setValue(values.tcpPort);
    m_name->setText(values.name);
    onChanged();
}

HostFormValues HostForm::values() const
{
    HostFormValues values;
    values.name = m_name->text().trimmed();
    values.kind = Kind(m_kind->currentData().toInt());
    values.sshUser = m_sshUser->text().trimmed();
    values.sshHost = m_sshHost->text().trimmed();
    values.sshPort = m_sshPort->value();
    values.remoteSocket = m_remoteSocket->text().trimmed();
    values.socketPath = m_socketPath->text().trimmed();
    values.tcpHost = m_tcpHost->text().trimmed();
    values.tcpPort = m_tcpPort->value();
    return values;
}

void HostForm::suggestName()
{
    if (!m_nameIsMine)
        return;
    const HostFormValues now = values();
    QString name;
    if (now.kind == Kind::ssh && !now.sshHost.isEmpty())
        name = suggestHostName(now.sshHost, m_taken);
    else if (now.kind == Kind::tcp && !now.tcpHost.isEmpty())
        name = suggestHostName(now.tcpHost, m_taken);
    else if (now.kind == Kind::local)
        name = suggestHostName(QStringLiteral("local"), m_taken);
    m_name->setText(name);
}

void HostForm::onChanged()
{
    if (!m_problem)
        return; // still being built
    const HostFormCheck result = check();
    m_problem->setText(result.problem);
    m_problem->setAccessibleName(result.problem);
    Q_EMIT changed();
}

void HostForm::showProblem(const QString &problem, HostField field)
{
    m_problem->setText(problem);
    if (QLineEdit *edit = editOf(field))
        edit->setFocus();
}

QLineEdit *HostForm::editOf(HostField field) const
{
    switch (field) {
    case HostField::name: return m_name;
    case HostField::sshUser: return m_sshUser;
    case HostField::sshHost: return m_sshHost;
    case HostField::remoteSocket: return m_remoteSocket;
    case HostField::socketPath: return m_socketPath;
    case HostField::tcpHost: return m_tcpHost;
    }
    return nullptr;
}

} // namespace mediahelm::ui

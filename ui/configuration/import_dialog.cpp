// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/import_dialog.h"

#include "core/control/file_desk.h"
#include "ui/configuration/container_choice.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

using base::Status;

ImportDialog::ImportDialog(control::Adoption &adoption, control::Configuration &configuration, QWidget *parent)
    : QDialog(parent)
    , m_adoption(adoption)
    , m_configuration(configuration)
    , m_message(new MessageBar(this))
    , m_choice(new ContainerChoice(adoption, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a container"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_message);
    layout->addWidget(m_choice, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("Add to the workspace"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_add->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &ImportDialog::add);
    connect(m_choice, &ContainerChoice::failed, this, &ImportDialog::fail);
    connect(m_choice, &ContainerChoice::changed, this, [this] {
        m_message->withdraw();
        updateState();
    });
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 32);
    updateState();
}

void ImportDialog::updateState()
{
    m_add->setEnabled(!m_busy && m_choice->file());
    m_choice->setEnabled(!m_busy);
}

void ImportDialog::add()
{
    const control::ImportedFile file = *m_choice->file();
    m_busy = true;
    updateState();
    if (file.secrets.isEmpty())
        return create(file);
    m_adoption.keepSecrets(m_configuration.facts().name).then(this, [this, file](const Status &kept) {
        if (kept)
            create(file);
        else
            fail(kept.error(), tr("Could not keep the secrets of %1").arg(file.service));
    });
}

void ImportDialog::create(const control::ImportedFile &file)
{
    const QString path = QStringLiteral("services/%1.yaml").arg(file.service);
    m_configuration.fileDesk()
        .createService(path, file.yaml, file.secrets)
        .then(this, [this, path](const Status &done) {
            if (!done)
                return fail(done.error(), tr("Could not make %1").arg(path));
            Q_EMIT imported(path);
            accept();
        });
}

void ImportDialog::fail(const base::Error &error, const QString &headline)
{
    m_busy = false;
    m_message->tell(wordsFor(error, headline));
    updateState();
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/import_dialog.h"

#include "core/control/file_desk.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace mediahelm::ui {

using base::Result;
using base::Status;

ImportDialog::ImportDialog(control::Adoption &adoption, control::Configuration &configuration, QWidget *parent)
    : QDialog(parent)
    , m_adoption(adoption)
    , m_configuration(configuration)
    , m_message(new MessageBar(this))
    , m_choice(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_notes(makeText(TextRole::normal, tr("Looking at what runs on this machine…"), this, true))
    , m_add(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a container"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_message);
    layout->addWidget(makeText(TextRole::normal,
                               tr("A container that was started by hand becomes a service file that makes an equal "
                                  "one. The container itself is left as it is."),
                               this, true));
    m_choice->setAccessibleName(tr("Container"));
    guardWheel(m_choice);
    layout->addWidget(m_choice);
    m_text->setAccessibleName(tr("The service file"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(fixedFont(m_text->font()));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_notes);
    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("Add to the workspace"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_add->setDefault(true);
    m_add->setEnabled(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &ImportDialog::add);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ImportDialog::preview);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 32);
    m_adoption.look().then(this, [this](const Result<control::RunningHere> &running) { take(running); });
}

void ImportDialog::take(const Result<control::RunningHere> &running)
{
    m_notes->clear();
    if (!running)
        return fail(running.error(), tr("What runs on this machine cannot be told"));
    m_containers = running->containers;
    if (m_containers.isEmpty())
        m_notes->setText(running->known ? tr("No container here was started by hand.")
                                        : tr("No engine of this machine is connected."));
    for (const control::LooseContainer &container : std::as_const(m_containers))
        m_choice->addItem(tr("%1 – %2", "container, image").arg(container.name, container.image));
}

void ImportDialog::preview(int index)
{
    m_add->setEnabled(false);
    m_text->clear();
    m_notes->clear();
    if (index < 0 || index >= m_containers.size())
        return;
    const int asked = ++m_asked;
    m_adoption.import(m_containers.at(index).key).then(this, [this, asked](const Result<control::ImportedFile> &file) {
        if (asked != m_asked)
            return;
        m_message->withdraw();
        if (file)
            showFile(*file);
        else
            fail(file.error(), tr("This container cannot be imported"));
    });
}

void ImportDialog::showFile(const control::ImportedFile &file)
{
    m_file = file;
    m_text->setPlainText(QString::fromUtf8(file.yaml));
    QStringList notes;
    if (!file.secrets.isEmpty())
        notes.append(tr("These look like secrets; their values go to the secret store, and not into the file: %1")
                         .arg(file.secrets.join(QStringLiteral(", "))));
    for (const QString &warning : file.warnings)
        notes.append(tr("Not carried over as it is: %1").arg(warning));
    notes.append(tr("The container keeps its name until it is removed; remove it before the workspace is applied."));
    m_notes->setText(notes.join(u'\n'));
    m_add->setEnabled(true);
}

void ImportDialog::add()
{
    m_add->setEnabled(false);
    if (m_file.secrets.isEmpty())
        return create();
    m_adoption.keepSecrets(m_configuration.facts().name).then(this, [this](const Status &kept) {
        if (kept)
            create();
        else
            fail(kept.error(), tr("Could not keep the secrets of %1").arg(m_file.service));
    });
}

void ImportDialog::create()
{
    const QString path = QStringLiteral("services/%1.yaml").arg(m_file.service);
    m_configuration.fileDesk()
        .createService(path, m_file.yaml, m_file.secrets)
        .then(this, [this, path](const Status &done) {
            if (!done)
                return fail(done.error(), tr("Could not make %1").arg(path));
            Q_EMIT imported(path);
            accept();
        });
}

void ImportDialog::fail(const base::Error &error, const QString &headline)
{
    m_message->tell(wordsFor(error, headline));
    m_add->setEnabled(!m_file.yaml.isEmpty());
}

} // namespace mediahelm::ui

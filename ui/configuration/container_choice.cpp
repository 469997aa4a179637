// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/container_choice.h"

#include "ui/style/metrics.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace mediahelm::ui {

using base::Result;

ContainerChoice::ContainerChoice(control::Adoption &adoption, QWidget *parent)
    : QWidget(parent)
    , m_adoption(adoption)
    , m_choice(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_notes(makeText(TextRole::normal, tr("Looking at what runs on this machine…"), this, true))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::normal,
                               tr("A container that was started by hand becomes a service file that makes an equal "
                                  "one. The container itself is left as it is."),
                               this, true));
    m_choice->setAccessibleName(tr("Container"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    guardWheel(m_choice);
    layout->addWidget(m_choice);
    m_text->setObjectName(QStringLiteral("import.text"));
    m_text->setAccessibleName(tr("The service file"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(fixedFont(m_text->font()));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_notes);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ContainerChoice::read);
    // Once who made it listens too: what is known already is told at once.
    QMetaObject::invokeMethod(this, &ContainerChoice::look, Qt::QueuedConnection);
}

void ContainerChoice::look()
{
    m_adoption.look().then(this, [this](const Result<control::RunningHere> &running) { take(running); });
}

void ContainerChoice::take(const Result<control::RunningHere> &running)
{
    m_notes->clear();
    if (!running) {
        Q_EMIT failed(running.error(), tr("What runs on this machine cannot be told"));
        return;
    }
    m_containers = running->containers;
    if (m_containers.isEmpty())
        m_notes->setText(running->known ? tr("No container here was started by hand.")
                                        : tr("No engine of this machine is connected."));
    for (const control::LooseContainer &container : std::as_const(m_containers))
        m_choice->addItem(tr("%1 – %2", "container, image").arg(container.name, container.image));
}

void ContainerChoice::read(int index)
{
    m_file.reset();
    m_text->clear();
    m_notes->clear();
    Q_EMIT changed();
    if (index < 0 || index >= m_containers.size())
        return;
    const int asked = ++m_asked;
    m_adoption.import(m_containers.at(index).key).then(this, [this, asked](const Result<control::ImportedFile> &file) {
        if (asked != m_asked)
            return;
        if (file)
            showFile(*file);
        else
            Q_EMIT failed(file.error(), tr("This container cannot be imported"));
    });
}

void ContainerChoice::showFile(const control::ImportedFile &file)
{
    m_file = file;
    m_text->setPlainText(QString::fromUtf8(file.yaml));
    QStringList notes;
    if (!file.secrets.isEmpty())
        notes.append(tr("These look like secrets; their values go to the secret store, and not into the file: %1")
                         .arg(file.secrets.join(QStringLiteral(", "))));
    for (const QString &warning : file.warnings)
        notes.append(tr("Not carried over as it is: %1").arg(inOurWords(warning)));
    notes.append(tr("The container keeps its name until it is removed; remove it before the workspace is applied."));
    m_notes->setText(notes.join(u'\n'));
    Q_EMIT changed();
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/manifest_dialog.h"

#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

ManifestDialog::ManifestDialog(control::Adoption &adoption, const control::RunningProject &project, QWidget *parent)
    : QDialog(parent)
    , m_adoption(adoption)
    , m_project(project)
    , m_message(new MessageBar(this))
    , m_write(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Open a running project"));
    auto *text = new QPlainTextEdit(QString::fromUtf8(project.manifest), this);
    text->setReadOnly(true);
    text->setFont(fixedFont(font()));
    text->setAccessibleName(tr("The file"));
    text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(this);
    m_write = buttons->addButton(tr("Write it and open"), QDialogButtonBox::AcceptRole);
    m_write->setObjectName(QStringLiteral("manifest.write"));
    m_write->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ManifestDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(makeText(TextRole::heading, tr("Open %1", "project").arg(project.name), this, true));
    layout->addWidget(m_message);
    layout->addWidget(makeText(TextRole::normal,
                               tr("It is made of files with names of their own, so that opening its folder would not "
                                  "find them. One new file beside them says which they are: %1")
                                   .arg(project.folder + QStringLiteral("/mediahelm.yaml")),
                               this, true));
    layout->addWidget(text, 1);
    layout->addWidget(makeText(TextRole::caption,
                               tr("No other file is changed, and nothing happens to a container. docker compose itself "
                                  "does not read it."),
                               this, true));
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().lineSpacing() * 24);
}

void ManifestDialog::write()
{
    m_write->setEnabled(false);
    m_adoption.writeManifest(m_project).then(this, [this](const base::Status &done) {
        if (done) {
            Q_EMIT written(m_project.folder);
            accept();
            return;
        }
        m_write->setEnabled(true);
        m_message->tell(wordsFor(done.error(), tr("The file could not be written")));
    });
}

} // namespace mediahelm::ui

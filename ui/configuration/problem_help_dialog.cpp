// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/problem_help_dialog.h"

#include "core/control/problem_help.h"
#include "ui/style/metrics.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

namespace mediahelm::ui {

ProblemHelpDialog::ProblemHelpDialog(const QString &code, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About this problem"));
    const std::optional<QString> page = control::problemHelp(code);
    auto *text = new QTextBrowser(this);
    text->setAccessibleName(windowTitle());
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->document()->setDocumentMargin(space::medium);
    text->document()->setMarkdown(page.value_or(tr("There is no help page for %1.").arg(code)),
                                  QTextDocument::MarkdownNoHTML);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 26);
}

} // namespace mediahelm::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/revisions/run_log_dialog.h"

#include "ui/deployments/deployment_log.h"
#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace mediahelm::ui {

RunLogDialog::RunLogDialog(const QDateTime &when, const QByteArray &text, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log of a deployment"));
    auto *log = new DeploymentLog(this);
    log->setMaximumBlockCount(0); // it is all there is
    log->setLines(QString::fromUtf8(text).split(u'\n'));
    log->moveCursor(QTextCursor::Start);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setIcon(symbolIcon(QStringLiteral("content_copy")));
    copy->setAutoDefault(false);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [log] { QGuiApplication::clipboard()->setText(log->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::small);
    layout->addWidget(
        makeText(TextRole::heading, tr("It ended at %1", "instant").arg(formatInstant(when)), this, true));
    layout->addWidget(log, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 30);
}

} // namespace mediahelm::ui

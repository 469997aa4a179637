// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/deployment_progress.h"

#include <QPlainTextEdit>

namespace mediahelm::ui {

// What failed in a deployment: each service with the reason, what its health check said, and the last lines of its log.
// Can be selected and copied. Nothing in it is interpreted. Owned by its parent; main thread.
class FailureText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit FailureText(QWidget *parent = nullptr);

    void setFailures(const QList<model::ServiceFailure> &failures);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QList<model::ServiceFailure> m_failures;
};

} // namespace mediahelm::ui

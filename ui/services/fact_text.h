// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace mediahelm::ui {

// A value that can be chosen and copied, and that breaks anywhere when it is too long: ids and paths have no spaces. As
// high as its text. Owned by its parent; main thread.
class FactText : public QTextEdit
{
    Q_OBJECT

public:
    FactText(const QString &text, const QFont &font, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fit();
};

} // namespace mediahelm::ui

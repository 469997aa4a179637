// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"
#include "ui/style/service_look.h"

#include <QWidget>

#include <optional>

namespace mediahelm::ui {

// A state in a pill: shape, word, tone. Owned by its parent; main thread.
class StateBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StateBadge(QWidget *parent = nullptr);

    void setService(const model::Container &container);
    // A word with an icon of resources/icons.
    void setWord(Tone tone, const QString &symbol, const QString &text);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void set(Tone tone, const QString &text);

    Tone m_tone = Tone::neutral;
    std::optional<ServiceLook> m_look;
    QString m_symbol;
    QString m_text;
};

} // namespace mediahelm::ui

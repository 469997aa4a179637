// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/splitter_memory.h"

#include "core/settings/ui_state.h"

#include <QSplitter>

#include <algorithm>
#include <cmath>

namespace mediahelm::ui {

SplitterMemory::SplitterMemory(QSplitter *splitter, settings::UiState &state, const QString &key, double usual)
    : QObject(splitter)
    , m_splitter(splitter)
    , m_state(state)
    , m_key(key)
    , m_usual(usual)
{
    connect(splitter, &QSplitter::splitterMoved, this, [this] {
        const QList<int> sizes = m_splitter->sizes();
        const int whole = sizes.value(0) + sizes.value(1);
        if (whole > 0)
            m_state.setValue(this->key(), std::round(1000.0 * sizes.value(1) / whole) / 1000);
    });
}

QString SplitterMemory::key() const
{
    return m_key + (m_splitter->orientation() == Qt::Horizontal ? QStringLiteral(".beside") : QStringLiteral(".below"));
}

void SplitterMemory::restore()
{
    apply();
    // Again once the layout has given it its size; it does so by events that are posted already.
    QMetaObject::invokeMethod(this, &SplitterMemory::apply, Qt::QueuedConnection);
}

void SplitterMemory::apply()
{
    const double share = std::clamp(m_state.value(key()).toDouble(m_usual), 0.05, 0.95);
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    const int whole = (beside ? m_splitter->width() : m_splitter->height()) - m_splitter->handleWidth();
    const int second = static_cast<int>(std::lround(whole * share));
    m_splitter->setSizes({whole - second, second});
}

} // namespace mediahelm::ui

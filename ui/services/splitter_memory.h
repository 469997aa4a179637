// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSplitter;

namespace mediahelm::settings {
class UiState;
}

namespace mediahelm::ui {

// Remembers how a splitter of two is divided, apart for each orientation, as the share of its second part; so it fits a
// window of another size. Owned by the splitter; main thread.
class SplitterMemory : public QObject
{
    Q_OBJECT

public:
    // `usual`: the share before anything is remembered. `key` is of the state, followed by ".beside" or ".below".
    SplitterMemory(QSplitter *splitter, settings::UiState &state, const QString &key, double usual);

    // As remembered, for the present orientation; once the splitter has its size.
    void restore();

private:
    void apply();
    QString key() const;

    QSplitter *m_splitter;
    settings::UiState &m_state;
    const QString m_key;
    const double m_usual;
};

} // namespace mediahelm::ui

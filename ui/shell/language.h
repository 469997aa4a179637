// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace mediahelm::ui {

// The language that the program speaks from its start on: translators for its own texts and for Qt's, and the locale
// of numbers and dates where the user's choice is not the system's. Owned by the composition root, made after the
// application and before any window, and outlives them; main thread.
class Language final
{
    Q_DISABLE_COPY_MOVE(Language)

public:
    // `choice`: a language of choices(); anything else, and empty, means the system's, or English where there is none.
    explicit Language(const QString &choice);
    ~Language();

    static QStringList choices(); // codes, ISO 639-1
    QString code() const { return m_code; } // of what is spoken

private:
    QString m_code;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace mediahelm::ui

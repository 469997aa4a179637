// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// Outside of every namespace, as its macro demands.
static void takeInTranslations()
{
    Q_INIT_RESOURCE(mediahelm_translations);
}

namespace mediahelm::ui {

namespace {

QString codeOf(const QLocale &locale)
{
    return locale.name().section(QLatin1Char('_'), 0, 0);
}

// The first language of the system's list that is spoken here.
QString systemCode()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &name : wanted) {
        const QString code = codeOf(QLocale(name));
        if (Language::choices().contains(code))
            return code;
    }
    return QStringLiteral("en");
}

} // namespace

QStringList Language::choices()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

Language::Language(const QString &choice)
    : m_code(choices().contains(choice) ? choice : systemCode())
{
    takeInTranslations();
    if (choices().contains(choice) && codeOf(QLocale::system()) != choice)
        QLocale::setDefault(QLocale(choice));
    if (m_own.load(QStringLiteral(":/i18n/mediahelm_") + m_code))
        QCoreApplication::installTranslator(&m_own);
    // Of the distribution; without it Qt's own words (Copy, Paste) stay English.
    if (m_qt.load(QStringLiteral("qtbase_") + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace mediahelm::ui

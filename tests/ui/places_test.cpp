// SPDX-License-Identifier: GPL-3.0-or-later

// Every page and dialog in longer words, in German, and in letters twice as large: nothing is cut off, and every text
// that is asked for has its translation.
#include "ui/places.h"
#include "ui/shell/language.h"
#include "ui/style/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <set>

using namespace mediahelm;

namespace {

// Everything 40 % longer, between brackets and with accents; placeholders and mnemonics stay.
QString pseudo(const QString &source)
{
    QString text = source;
    for (const auto &[plain, accented] :
         {std::pair{u'a', u'å'}, {u'e', u'é'}, {u'i', u'î'}, {u'o', u'ö'}, {u'u', u'û'}, {u'A', u'Å'}, {u'E', u'É'}})
        text.replace(plain, accented);
    const qsizetype more = (source.size() * 2 + 4) / 5;
    QString padding;
    while (padding.size() < more)
        padding += QStringLiteral(" één twø").left(more - padding.size());
    return QLatin1Char('[') + text + padding + QLatin1Char(']');
}

class PseudoLocale final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *comment, int number) const override
    {
        const QByteArray of(context);
        if (!of.startsWith('Q')) // Qt's own are Qt's business
            m_asked.insert({of, source, comment, number >= 0});
        return pseudo(QString::fromUtf8(source));
    }

    using Text = std::tuple<QByteArray, QByteArray, QByteArray, bool>; // context, source, comment, has a number
    mutable std::set<Text> m_asked;
};

QString describe(const QWidget *widget, const QString &text)
{
    QStringList path;
    for (const QWidget *each = widget; each && path.size() < 4; each = each->parentWidget())
        path.prepend(QString::fromLatin1(each->metaObject()->className()).section(QStringLiteral("::"), -1));
    return QStringLiteral("%1 \"%2\" %3x%4, needs %5x%6")
        .arg(path.join(QLatin1Char('/')), text)
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->sizeHint().width())
        .arg(widget->sizeHint().height());
}

// Whether it lies in the viewport of something that scrolls.
bool scrolls(const QWidget *widget)
{
    const QWidget *viewport = widget->parentWidget();
    return viewport && qobject_cast<const QAbstractScrollArea *>(viewport->parentWidget());
}

// Whether a parent that does not scroll shows only a part of it.
bool cutByParent(const QWidget *widget)
{
    for (const QWidget *each = widget; each->parentWidget() && !each->isWindow(); each = each->parentWidget()) {
        if (scrolls(each))
            return false;
        if (!each->parentWidget()->rect().contains(each->geometry()))
            return true;
    }
    return false;
}

bool tooSmall(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return false;
        if (label->inherits("mediahelm::ui::ElidedLabel")) // says so, and tells the whole
            return label->minimumSizeHint().width() > label->width() || label->sizeHint().height() > label->height();
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height();
        return label->sizeHint().width() > label->width() || label->sizeHint().height() > label->height();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->sizeHint().width() > button->width() || button->sizeHint().height() > button->height();
    return false;
}

QStringList cutOff(QWidget *place)
{
    QStringList found;
    const QList<QWidget *> all = place->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool ofQt = qobject_cast<const QLineEdit *>(widget->parentWidget());
        if (!widget->isVisibleTo(place) || widget->window() != place || ofQt || (!label && !button))
            continue;
        if (tooSmall(widget) || cutByParent(widget))
            found.append(describe(widget, label ? label->text() : button->text()));
    }
    return found;
}

QStringList cutOffEverywhere(void (*visit)(const uitest::Visit &) = uitest::visitPlaces)
{
    QStringList found;
    visit([&found](const QString &name, QWidget *place) {
        const QString folder = qEnvironmentVariable("MEDIAHELM_SCREENS");
        if (!folder.isEmpty())
            place->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
        const QStringList here = cutOff(place);
        for (const QString &each : here)
            found.append(name + QStringLiteral(": ") + each);
    });
    return found;
}

} // namespace

class PlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inEnglishNothingIsCutOff()
    {
        const ui::Language language(QStringLiteral("en"));
        verifyNothing(cutOffEverywhere());
    }

    void longNamesAndANarrowWindowCutNothingOff() { verifyNothing(cutOffEverywhere(uitest::visitVariants)); }

    void inGermanNothingIsCutOff()
    {
        const ui::Language language(QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("Words", "Restart"), QStringLiteral("Neu starten"));
        verifyNothing(cutOffEverywhere());
    }

    void D29_longerWordsAreNotCutOffAndEachIsTranslated()
    {
        {
            const ui::Language taken(QStringLiteral("de")); // takes the resource in
        }
        PseudoLocale translator;
        QCoreApplication::installTranslator(&translator);
        const QStringList found = cutOffEverywhere();
        QCoreApplication::removeTranslator(&translator);
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/mediahelm_de")));
        QStringList missing;
        for (const auto &[context, source, comment, numbered] : translator.m_asked) {
            if (german.translate(context, source, comment.isEmpty() ? nullptr : comment.constData(), numbered ? 2 : -1)
                    .isEmpty())
                missing.append(QString::fromUtf8(context + ": " + source));
        }
        QVERIFY(translator.m_asked.size() > 300);
        verifyNothing(missing);
        verifyNothing(found);
    }

    void D26_lettersOfTwiceTheSizeAreNotCutOff()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        const QStringList found = cutOffEverywhere();
        QApplication::setFont(before);
        verifyNothing(found);
    }

private:
    static void verifyNothing(const QStringList &found)
    {
        for (const QString &each : found)
            qWarning().noquote() << each;
        QVERIFY(found.isEmpty());
    }

    ui::Theme m_theme;
};

QTEST_MAIN(PlacesTest)
#include "places_test.moc"

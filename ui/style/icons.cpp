// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// In the global namespace, as rcc asks; the resource of a static library is otherwise dropped by the linker.
static void takeInIcons()
{
    static const bool done = [] {
        Q_INIT_RESOURCE(mediahelm_icons);
        return true;
    }();
    Q_UNUSED(done)
}

namespace mediahelm::ui {

Q_LOGGING_CATEGORY(lcIcons, "mediahelm.ui.icons")

namespace {

enum class Ink { text, quiet, neutral, good, info, warning, bad };

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QColor colorFor(Ink ink, QIcon::Mode mode, QIcon::State state)
{
    const Palette &palette = paletteOf(QGuiApplication::palette());
    if (mode == QIcon::Disabled)
        return palette.textDisabled;
    switch (ink) {
    case Ink::text: return state == QIcon::On ? palette.accent : palette.text;
    case Ink::quiet: return state == QIcon::On ? palette.accent : palette.textMuted;
    case Ink::neutral: return palette.tone(Tone::neutral).text;
    case Ink::good: return palette.tone(Tone::good).text;
    case Ink::info: return palette.tone(Tone::info).text;
    case Ink::warning: return palette.tone(Tone::warning).text;
    case Ink::bad: return palette.tone(Tone::bad).text;
    }
    return palette.text;
}

QPixmap render(const QString &name, const QSize &pixels, const QColor &color)
{
    const QString key = QStringLiteral("mediahelm/%1/%2x%3/%4")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(pathOf(name));
    QPainter painter(&image);
    const int side = qMin(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    painter.end();
    pixmap = QPixmap::fromImage(std::move(image));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolEngine final : public QIconEngine
{
public:
    SymbolEngine(QString name, Ink ink)
        : m_name(std::move(name))
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, render(m_name, (QSizeF(rect.size()) * ratio).toSize(), colorFor(m_ink, mode, state)));
    }
    // In device pixels, as QIcon asks for it.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return render(m_name, size, colorFor(m_ink, mode, state));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal /*scale*/) override
    {
        return pixmap(size, mode, state);
    }
    QString key() const override { return QStringLiteral("mediahelm.symbol"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new SymbolEngine(m_name, m_ink); }

private:
    QString m_name;
    Ink m_ink;
};

QIcon makeIcon(const QString &name, Ink ink)
{
    takeInIcons();
    if (!QFile::exists(pathOf(name))) {
        qCWarning(lcIcons) << "no icon is named" << name;
        return {};
    }
    return QIcon(new SymbolEngine(name, ink));
}

} // namespace

QIcon symbolIcon(const QString &name)
{
    return makeIcon(name, Ink::text);
}

QIcon symbolIcon(const QString &name, Tone tone)
{
    constexpr std::array inks{Ink::neutral, Ink::good, Ink::info, Ink::warning, Ink::bad};
    return makeIcon(name, inks.at(static_cast<std::size_t>(tone)));
}

QIcon quietIcon(const QString &name)
{
    return makeIcon(name, Ink::quiet);
}

QPixmap symbolPixmap(const QString &name, const QSize &size, qreal devicePixelRatio, const QColor &color)
{
    takeInIcons();
    QPixmap pixmap = render(name, (QSizeF(size) * devicePixelRatio).toSize(), color);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon applicationIcon()
{
    takeInIcons();
    return QIcon(pathOf(QStringLiteral("mediahelm")));
}

} // namespace mediahelm::ui

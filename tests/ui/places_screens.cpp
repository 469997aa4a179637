// SPDX-License-Identifier: GPL-3.0-or-later

// Draws every page and dialog into a folder, and at their worst into its folder "variants", to be looked at:
// places_screens FOLDER [light|dark] [en|de]. Run with QT_SCALE_FACTOR=2 for 200 %.
#include "ui/places.h"
#include "ui/shell/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>

using namespace mediahelm;

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    const ui::Language language(arguments.value(3, QStringLiteral("en")));
    ui::Theme theme;
    theme.setMode(arguments.value(2) == QLatin1String("dark") ? ui::ThemeMode::dark : ui::ThemeMode::light);
    const auto draw = [](const QDir &into) {
        return [into](const QString &name, QWidget *place) {
            place->grab().save(into.filePath(name + QStringLiteral(".png")));
        };
    };
    uitest::visitPlaces(draw(folder));
    folder.mkpath(QStringLiteral("variants"));
    uitest::visitVariants(draw(QDir(folder.filePath(QStringLiteral("variants")))));
    return 0;
}

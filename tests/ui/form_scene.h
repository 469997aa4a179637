// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/ui_state.h"
#include "fakes/fake_control.h"
#include "ui/configuration/configuration_page.h"
#include "ui/configuration/form/field_editor.h"
#include "ui/configuration/form/form_pane.h"
#include "ui/configuration/form/form_table.h"
#include "ui/configuration/form/form_table_model.h"
#include "ui/configuration/form/form_view.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/text_editor.h"
#include "ui/configuration/workspace_editor.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace mediahelm::uitest {

inline const QString jellyfin = QStringLiteral("services/jellyfin.yaml");

// The Configuration page with the sample open and its form shown. Owned by a test; main thread.
struct FormScene {
    FormScene()
        : page(configurations, state)
    {
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        page.openWorkspace(QStringLiteral("/srv/media/config"));
        open(jellyfin);
    }

    void open(const QString &path) const
    {
        page.workspace()->files().open(path);
        QTRY_VERIFY(file().isRead());
    }
    // Another text for the file that is shown.
    void write(const QByteArray &text) const { editor().replaceAll(text); }

    ui::OpenFile &file() const { return *page.workspace()->files().current(); }
    ui::TextEditor &editor() const { return file().editor(); }
    ui::FormPane &form() const { return page.workspace()->form(); }
    fakes::FakeConfiguration &workspace() const { return *configurations.last(); }
    ui::FieldEditor *field(const char *key, const char *service = "jellyfin") const
    {
        return form().view().editor(
            QStringLiteral("/services/%1/%2").arg(QString::fromLatin1(service), QString::fromLatin1(key)));
    }
    QLineEdit *line(const char *key, const char *service = "jellyfin") const
    {
        ui::FieldEditor *found = field(key, service);
        return found ? qobject_cast<QLineEdit *>(found->input()) : nullptr;
    }
    QComboBox *choice(const char *key) const { return qobject_cast<QComboBox *>(field(key)->input()); }
    ui::FormTableModel &table(const char *key) const { return field(key)->table()->model(); }
    static bool says(const QWidget *widget, const QString &words)
    {
        const QList<QLabel *> labels = widget->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    fakes::FakeConfigurations configurations;
    settings::UiState state{QString()};
    ui::ConfigurationPage page;
};

} // namespace mediahelm::uitest

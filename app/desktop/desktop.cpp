// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "core/base/folders.h"
#include "core/base/process_environment.h"
#include "core/control/configuration/fleet_facts.h"
#include "core/control/session/secret_answers.h"
#include "core/settings/ui_state.h"

#include <QFileInfo>
#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace mediahelm::app {

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.desktop")

constexpr QLatin1String themeKey("theme");

ui::ThemeMode modeFromName(const QString &name)
{
    return name == u"light" ? ui::ThemeMode::light : name == u"dark" ? ui::ThemeMode::dark : ui::ThemeMode::automatic;
}

} // namespace

Desktop::Desktop(settings::SettingsStore &store, ui::Theme &theme)
    : m_store(store)
    , m_theme(theme)
    , m_secrets(m_clock)
    , m_backbone(store,
                 [this](control::QuestionBoard &board) {
                     return std::make_unique<control::SecretAnswers>(board, m_secrets.store());
                 })
    , m_adoption(m_backbone.control().fleet, m_secrets.store())
    , m_compose(model::EngineAddress::local())
    , m_configurations(editing(), m_clock)
    , m_deployments(base::processEnvironment(), m_secrets.store(), m_clock)
    , m_setup(m_backbone.control().fleet, m_secrets.store())
    , m_workspaceSecrets(m_secrets.store())
    , m_window(seam(), store)
{
    connect(&m_store.uiState(), &settings::UiState::changed, this, [this](const QString &key) {
        if (key == themeKey)
            applyTheme();
    });
    applyTheme();
    m_settled.setSingleShot(true);
    m_settled.setInterval(300ms);
    connect(&m_settled, &QTimer::timeout, this, &Desktop::readSettings);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
    watchSettings();
}

Desktop::~Desktop() = default;

control::LocalConfigurations::Settings Desktop::editing()
{
    control::LocalConfigurations::Settings settings;
    if (const std::optional<QString> state = base::Folders::fromEnvironment().state)
        settings.drafts = *state + QStringLiteral("/drafts");
    settings.process = base::processEnvironment();
    settings.asksHost = true;
    settings.engineFacts = [fleet = &m_backbone.control().fleet] { return control::engineFactsHere(*fleet); };
    settings.compose = &m_compose;
    settings.adoption = &m_adoption;
    return settings;
}

control::Control Desktop::seam()
{
    control::Control seam = m_backbone.control();
    seam.configurations = &m_configurations;
    seam.deployments = &m_deployments;
    seam.setup = &m_setup;
    seam.secrets = &m_workspaceSecrets;
    return seam;
}

void Desktop::applyTheme()
{
    m_theme.setMode(modeFromName(m_store.uiState().text(themeKey)));
}

void Desktop::show()
{
    m_window.show();
    QTimer::singleShot(0, this, [this] { m_backbone.sessions().start(); });
}

void Desktop::raise(const QByteArray &token)
{
    constexpr const char *variable = "XDG_ACTIVATION_TOKEN"; // from where Qt's Wayland platform takes it
    if (!token.isEmpty())
        qputenv(variable, token);
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    qunsetenv(variable);
}

// A file that is replaced, as every careful writer does, leaves the watch; so it is watched again after each change.
void Desktop::watchSettings()
{
    const QFileInfo file(m_store.file());
    if (m_store.file().isEmpty())
        return;
    for (const QString &path : {file.absoluteFilePath(), file.absolutePath()}) {
        if (QFileInfo::exists(path) && !m_watcher.files().contains(path) && !m_watcher.directories().contains(path))
            m_watcher.addPath(path);
    }
}

void Desktop::readSettings()
{
    watchSettings();
    if (const base::Status status = m_store.reload(); !status) {
        qCWarning(log, "the settings stay as they were: %ls", qUtf16Printable(status.error().message));
        return;
    }
    m_backbone.sessions().reload();
}

} // namespace mediahelm::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "core/settings/ui_state.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_parts.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace mediahelm::ui {

SettingsPage::SettingsPage(settings::SettingsStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_problem(new MessageBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::huge, space::large, space::huge, space::large);
    layout->setSpacing(space::medium);
    makePageHead(tr("Settings"), layout);
    layout->addWidget(m_problem);
    QVBoxLayout *content = makeScrolling(layout);
    buildLooks(content);
    buildFiles(content);
    buildProgram(content);
    content->addStretch();

    m_problem->setDismissible(false);
    connect(&store, &settings::SettingsStore::problemChanged, this, &SettingsPage::showProblem);
    connect(m_problem, &MessageBar::actionTriggered, this, [this] {
        const base::Result<QString> name = m_store.setAside();
        if (!name)
            m_problem->tell(wordsFor(name.error(), tr("The file could not be set aside")));
    });
    showProblem();
}

void SettingsPage::showProblem()
{
    const std::optional<base::Error> problem = m_store.problem();
    if (!problem) {
        m_problem->withdraw();
        return;
    }
    m_problem->tell(Tone::bad, tr("The settings file cannot be used"),
                    m_store.usingLastGood() ? tr("The last good copy stands in for it, and nothing can be saved.")
                                            : tr("Built-in values stand in for it, and nothing can be saved."),
                    problem->message + QLatin1Char('\n') + problem->detail);
    m_problem->setAction(tr("Set it aside and begin anew"));
}

QVBoxLayout *SettingsPage::addGroup(QVBoxLayout *content, const QString &title)
{
    content->addWidget(makeText(TextRole::heading, title, this));
    auto *card = new Card(this);
    auto *group = new QVBoxLayout(card);
    group->setContentsMargins(space::large, space::medium, space::large, space::medium);
    group->setSpacing(space::medium);
    content->addWidget(card);
    content->addSpacing(space::small);
    return group;
}

QComboBox *SettingsPage::addChoice(QVBoxLayout *group, const QString &name, const QString &explanation,
                                   const QString &key, const QString &fallback,
                                   const QList<QPair<QString, QString>> &choices)
{
    auto *row = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *label = new QLabel(name, this);
    words->addWidget(label);
    if (!explanation.isEmpty())
        words->addWidget(makeText(TextRole::caption, explanation, this, true));
    row->addLayout(words, 1);
    auto *combo = new QComboBox(this);
    guardWheel(combo);
    label->setBuddy(combo);
    QString plain = name;
    combo->setAccessibleName(plain.remove(QLatin1Char('&')));
    combo->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    for (const auto &[value, text] : choices)
        combo->addItem(text, value);
    settings::UiState &state = m_store.uiState();
    const auto read = [combo, &state, key, fallback] {
        const QSignalBlocker quiet(combo);
        combo->setCurrentIndex(std::max(0, combo->findData(state.text(key, fallback))));
    };
    read();
    connect(combo, &QComboBox::currentIndexChanged, this,
            [this, combo, key] { m_store.uiState().setValue(key, combo->currentData().toString()); });
    connect(&state, &settings::UiState::changed, combo, [read, key](const QString &changed) {
        if (changed == key)
            read();
    });
    row->addWidget(combo, 0, Qt::AlignVCenter);
    group->addLayout(row);
    return combo;
}

void SettingsPage::buildLooks(QVBoxLayout *content)
{
    QVBoxLayout *group = addGroup(content, tr("Appearance"));
    addChoice(group, tr("&Theme"), {}, QStringLiteral("theme"), QStringLiteral("auto"),
              {{QStringLiteral("auto"), tr("Follow the system")},
               {QStringLiteral("light"), tr("Light")},
               {QStringLiteral("dark"), tr("Dark")}});
    addChoice(group, tr("&Language"), tr("Takes effect at the next start."), QStringLiteral("language"), QString(),
              {{QString(), tr("Follow the system")},
               {QStringLiteral("en"), QStringLiteral("English")},
               {QStringLiteral("de"), QStringLiteral("Deutsch")}});
    addChoice(group, tr("&Start with"), {}, QStringLiteral("startPage"), QStringLiteral("last"),
              {{QStringLiteral("last"), tr("The page that was open last")},
               {QStringLiteral("overview"), tr("Overview")},
               {QStringLiteral("services"), tr("Services")},
               {QStringLiteral("monitoring"), tr("Monitoring")}});
}

void SettingsPage::buildFiles(QVBoxLayout *content)
{
    QVBoxLayout *group = addGroup(content, tr("Files and passwords"));
    addFile(group, tr("Settings and hosts"), m_store.file());
    m_keychain = makeText(TextRole::caption, tr("Passwords are kept only in the system's keychain."), this, true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeText(TextRole::normal, tr("SSH passwords"), this));
    words->addWidget(m_keychain);
    group->addLayout(words);
}

void SettingsPage::addFile(QVBoxLayout *group, const QString &name, const QString &file)
{
    auto *row = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeText(TextRole::normal, name, this));
    words->addWidget(
        makeText(TextRole::caption, file.isEmpty() ? tr("Kept nowhere") : QDir::toNativeSeparators(file), this, true));
    row->addLayout(words, 1);
    auto *open = new QPushButton(symbolIcon(QStringLiteral("folder")), tr("Open folder"), this);
    open->setAccessibleName(tr("Open folder of: %1").arg(name));
    open->setEnabled(!file.isEmpty());
    connect(open, &QPushButton::clicked, this,
            [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); });
    row->addWidget(open, 0, Qt::AlignVCenter);
    group->addLayout(row);
}

void SettingsPage::setKeychainText(const QString &text)
{
    m_keychain->setText(text);
}

void SettingsPage::buildProgram(QVBoxLayout *content)
{
    QVBoxLayout *group = addGroup(content, tr("Program"));
    auto *row = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeText(TextRole::normal, tr("Mediahelm %1").arg(QStringLiteral(MEDIAHELM_VERSION)), this));
    words->addWidget(makeText(TextRole::caption, tr("Qt %1").arg(QString::fromLatin1(qVersion())), this));
    row->addLayout(words, 1);
    auto *about = new QPushButton(tr("About Mediahelm"), this);
    connect(about, &QPushButton::clicked, this, &SettingsPage::aboutAsked);
    row->addWidget(about, 0, Qt::AlignVCenter);
    group->addLayout(row);
}

} // namespace mediahelm::ui

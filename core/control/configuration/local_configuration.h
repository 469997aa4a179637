// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loop_thread.h"
#include "core/base/mailbox.h"
#include "core/base/pending.h"
#include "core/control/configuration.h"
#include "core/control/configuration/configuration_desk.h"
#include "core/control/configuration/folder_watch.h"
#include "core/control/configuration/local_checks.h"
#include "core/control/form_desk.h"
#include "core/control/text_desk.h"

#include <QTimer>

#include <chrono>

namespace mediahelm::control {

// A workspace of this machine. All work is done by a ConfigurationDesk on a thread of its own; here stands what it said
// last. Owned by who opened it; main thread. Its end waits for the call that runs, and keeps the drafts.
class LocalConfiguration final : public Configuration,
                                 private TextHelp,
                                 private VariableDesk,
                                 private FileDesk,
                                 private CheckDesk,
                                 private FormDesk,
                                 private TextDesk
{
    Q_OBJECT

public:
    // At most so many calls wait.
    static constexpr int mostWaiting = 256;

    // The clock is borrowed, and asked on the thread too.
    LocalConfiguration(const ConfigurationDesk::Place &place, const base::Clock &clock,
                       std::chrono::milliseconds draftDelay, LocalChecks::Sources checks);
    ~LocalConfiguration() override;

    // The first look; before it there is nothing.
    QFuture<base::Status> start();
    // Ends it: at once, or, where it is just now telling somebody something, when that is over.
    static void end(LocalConfiguration *configuration);

    const ConfigurationFacts &facts() const override { return m_facts; }
    const QList<model::Diagnostic> &diagnostics() const override { return m_diagnostics; }
    TextHelp &help() override { return *this; }
    VariableDesk &variableDesk() override { return *this; }
    FileDesk &fileDesk() override { return *this; }
    CheckDesk &checkDesk() override { return *this; }
    FormDesk &formDesk() override { return *this; }
    TextDesk &textDesk() override { return *this; }

    QFuture<base::Result<MergedText>> merge(const QByteArray &base, const QByteArray &theirs,
                                            const QByteArray &mine) override;
    void look() override;

private:
    struct Text {
        QByteArray bytes;
        QByteArray base;
        bool kept = false; // as a draft
    };

    QFuture<base::Result<FileText>> read(const QString &path) override;
    QFuture<base::Result<FileText>> save(const QString &path, const QByteArray &text, const QByteArray &base) override;
    void setText(const QString &path, const QByteArray &text, const QByteArray &base) override;
    void dropText(const QString &path) override;
    QFuture<base::Result<QList<Draft>>> drafts() override;

    QFuture<base::Result<Completions>> complete(const QString &path, const QByteArray &text, qsizetype at) override;
    QFuture<base::Result<Explanation>> explain(const QString &path, const QByteArray &text, qsizetype at) override;
    QFuture<base::Result<TextTarget>> definition(const QString &path, const QByteArray &text, qsizetype at) override;
    QFuture<base::Result<FoundTexts>> find(const TextSearch &search) override;

    QFuture<base::Result<QList<WorkspaceVariable>>> variables() override;
    QFuture<base::Result<QByteArray>> withValue(const QByteArray &layer, const QString &name,
                                                const QString &value) override;
    QFuture<base::Result<QByteArray>> withoutValue(const QByteArray &layer, const QString &name) override;
    QFuture<base::Result<WorkspaceSecrets>> secrets() override;
    QFuture<base::Result<SecretMove>> moveOut(const PlainSecret &secret) override;

    QFuture<base::Result<ComposeForm>> form(const QString &path, const QByteArray &text) override;
    QFuture<base::Result<QByteArray>> withField(const QString &path, const QByteArray &text,
                                                const FormEdit &edit) override;

    QString patternFor(FileKind kind) const override;
    QFuture<base::Result<FileStake>> stake(const QString &path) override;
    QFuture<base::Status> create(const QString &path, FileKind kind, const QByteArray &text) override;
    QFuture<base::Status> createService(const QString &path, const QByteArray &text,
                                        const QStringList &secrets) override;
    QFuture<base::Status> rename(const QString &path, const QString &to) override;
    QFuture<base::Result<RemovedFile>> remove(const QString &path, const QByteArray &digest) override;
    QFuture<base::Status> restore(const RemovedFile &file) override;

    const CheckState &checks() const override { return m_checks.state(); }
    void checkNow() override;
    void connectChecks();
    void check(); // what is due

    template<typename T>
    QFuture<base::Result<T>> run(std::function<base::Result<T>(ConfigurationDesk &)> work);
    void answer(std::function<void()> call); // on the thread: runs it on the main one
    void lookNow();
    void take(const base::Result<ConfigurationDesk::Look> &look);
    void keepDrafts();

    ConfigurationFacts m_facts;
    QList<model::Diagnostic> m_diagnostics;
    QHash<QString, Text> m_texts;
    bool m_looking = false;
    bool m_lookAgain = false;
    base::Pending<void> m_started;
    FolderWatch m_watch;
    LocalChecks m_checks;
    QTimer m_rest; // of the texts
    bool m_hostDue = true;
    bool m_composeDue = true;
    workspace::HostQuestions m_questions;
    std::optional<revision::ComposeCommand> m_command;
    QTimer m_draftTimer;
    int m_waiting = 0;
    bool m_answering = false;
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    base::Threaded<ConfigurationDesk> m_desk;
};

} // namespace mediahelm::control

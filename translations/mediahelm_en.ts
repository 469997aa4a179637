<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>mediahelm::ui::ConflictDialog</name>
    <message numerus="yes">
        <source>In %n places the same lines were changed on both sides: one of them must give way, or both stand there between marks, for you to choose from.</source>
        <translation>
            <numerusform>In %n place the same lines were changed on both sides: one of them must give way, or both stand there between marks, for you to choose from.</numerusform>
            <numerusform>In %n places the same lines were changed on both sides: one of them must give way, or both stand there between marks, for you to choose from.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FleetProblems</name>
    <message numerus="yes">
        <source>%n restarts by the engine</source>
        <translation>
            <numerusform>%n restart by the engine</numerusform>
            <numerusform>%n restarts by the engine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarts over and over, %n times so far</source>
        <translation>
            <numerusform>Restarts over and over, %n times so far</numerusform>
            <numerusform>Restarts over and over, %n times so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recreated</source>
        <translation>
            <numerusform>%n recreated</numerusform>
            <numerusform>%n recreated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n created</numerusform>
            <numerusform>%n created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n started</source>
        <translation>
            <numerusform>%n started</numerusform>
            <numerusform>%n started</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarted</source>
        <translation>
            <numerusform>%n restarted</numerusform>
            <numerusform>%n restarted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follow</source>
        <translation>
            <numerusform>%n follows</numerusform>
            <numerusform>%n follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message numerus="yes">
        <source>%n other places of the file use this very value.</source>
        <translation>
            <numerusform>%n other place of the file uses this very value.</numerusform>
            <numerusform>%n other places of the file use this very value.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceLook</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n healthy</source>
        <translation>
            <numerusform>%n healthy</numerusform>
            <numerusform>%n healthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unhealthy</source>
        <translation>
            <numerusform>%n unhealthy</numerusform>
            <numerusform>%n unhealthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n starting</source>
        <translation>
            <numerusform>%n starting</numerusform>
            <numerusform>%n starting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restarting</source>
        <translation>
            <numerusform>%n restarting</numerusform>
            <numerusform>%n restarting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exited</source>
        <translation>
            <numerusform>%n exited</numerusform>
            <numerusform>%n exited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead</source>
        <translation>
            <numerusform>%n dead</numerusform>
            <numerusform>%n dead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n created</source>
        <translation>
            <numerusform>%n created</numerusform>
            <numerusform>%n created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removing</source>
        <translation>
            <numerusform>%n removing</numerusform>
            <numerusform>%n removing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Start %n services</source>
        <translation>
            <numerusform>Start %n service</numerusform>
            <numerusform>Start %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %n services</source>
        <translation>
            <numerusform>Stop %n service</numerusform>
            <numerusform>Stop %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %n services</source>
        <translation>
            <numerusform>Restart %n service</numerusform>
            <numerusform>Restart %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n services</source>
        <translation>
            <numerusform>Pause %n service</numerusform>
            <numerusform>Pause %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n services</source>
        <translation>
            <numerusform>Resume %n service</numerusform>
            <numerusform>Resume %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n services</source>
        <translation>
            <numerusform>Kill %n service</numerusform>
            <numerusform>Kill %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n containers</source>
        <translation>
            <numerusform>Remove %n container</numerusform>
            <numerusform>Remove %n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Started %n services</source>
        <translation>
            <numerusform>Started %n service</numerusform>
            <numerusform>Started %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped %n services</source>
        <translation>
            <numerusform>Stopped %n service</numerusform>
            <numerusform>Stopped %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restarted %n services</source>
        <translation>
            <numerusform>Restarted %n service</numerusform>
            <numerusform>Restarted %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused %n services</source>
        <translation>
            <numerusform>Paused %n service</numerusform>
            <numerusform>Paused %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resumed %n services</source>
        <translation>
            <numerusform>Resumed %n service</numerusform>
            <numerusform>Resumed %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Killed %n services</source>
        <translation>
            <numerusform>Killed %n service</numerusform>
            <numerusform>Killed %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n containers</source>
        <translation>
            <numerusform>Removed %n container</numerusform>
            <numerusform>Removed %n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ActivityBar</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::BannerRow</name>
    <message numerus="yes">
        <source>%n more hosts are not connected</source>
        <translation>
            <numerusform>%n more host is not connected</numerusform>
            <numerusform>%n more hosts are not connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ConnectionTestPanel</name>
    <message numerus="yes">
        <source>%1 %2 on %3, %n containers</source>
        <translation>
            <numerusform>%1 %2 on %3, %n container</numerusform>
            <numerusform>%1 %2 on %3, %n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::DeleteFileDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::DiffView</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FileTreeModel</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::HostCard</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers, %1 running</source>
        <translation>
            <numerusform>%n container, %1 running</numerusform>
            <numerusform>%n containers, %1 running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::MonitoringPage</name>
    <message numerus="yes">
        <source>The %n busiest services</source>
        <translation>
            <numerusform>The busiest service</numerusform>
            <numerusform>The %n busiest services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services chosen</source>
        <translation>
            <numerusform>%n service chosen</numerusform>
            <numerusform>%n services chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::OverviewPage</name>
    <message numerus="yes">
        <source>%n things need attention</source>
        <translation>
            <numerusform>%n thing needs attention</numerusform>
            <numerusform>%n things need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hosts</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services on %1</source>
        <translation>
            <numerusform>%n service on %1</numerusform>
            <numerusform>%n services on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::PlanBody</name>
    <message numerus="yes">
        <source>Show %n unchanged services</source>
        <translation>
            <numerusform>Show %n unchanged service</numerusform>
            <numerusform>Show %n unchanged services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n images nothing is known.</source>
        <translation>
            <numerusform>Of %n image nothing is known.</numerusform>
            <numerusform>Of %n images nothing is known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::PlanView</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files put back</source>
        <translation>
            <numerusform>%n file put back</numerusform>
            <numerusform>%n files put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files changed</source>
        <translation>
            <numerusform>%n file changed</numerusform>
            <numerusform>%n files changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers are removed</source>
        <translation>
            <numerusform>%n container is removed</numerusform>
            <numerusform>%n containers are removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers stay that no file names</source>
        <translation>
            <numerusform>%n container stays that no file names</numerusform>
            <numerusform>%n containers stay that no file names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors were found</source>
        <translation>
            <numerusform>%n error was found</numerusform>
            <numerusform>%n errors were found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply despite %n errors</source>
        <translation>
            <numerusform>Apply despite %n error</numerusform>
            <numerusform>Apply despite %n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secrets have no value</source>
        <translation>
            <numerusform>%n secret has no value</numerusform>
            <numerusform>%n secrets have no value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and remove %n</source>
        <comment>Apply</comment>
        <translation>
            <numerusform>%1 and remove %n</numerusform>
            <numerusform>%1 and remove %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ProgressView</name>
    <message numerus="yes">
        <source>Services, %n failed</source>
        <translation>
            <numerusform>Services, %n failed</numerusform>
            <numerusform>Services, %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RemoveHostDialog</name>
    <message numerus="yes">
        <source>Its %n containers stay as they are.</source>
        <translation>
            <numerusform>Its container stays as it is.</numerusform>
            <numerusform>Its %n containers stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ReviewStep</name>
    <message numerus="yes">
        <source>%n services: %1</source>
        <translation>
            <numerusform>%n service: %1</numerusform>
            <numerusform>%n services: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RevisionModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::RunningList</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n containers run: %2</source>
        <translation>
            <numerusform>%1 of %n container runs: %2</numerusform>
            <numerusform>%1 of %n containers run: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SaveFirst</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are not saved</source>
        <translation>
            <numerusform>%n file is not saved</numerusform>
            <numerusform>%n files are not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::SearchPane</name>
    <message numerus="yes">
        <source>more than %n hits</source>
        <translation>
            <numerusform>more than %n hit</numerusform>
            <numerusform>more than %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServiceActions</name>
    <message numerus="yes">
        <source>Remove %n containers?</source>
        <translation>
            <numerusform>Remove %n container?</numerusform>
            <numerusform>Remove %n containers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kill %n services?</source>
        <translation>
            <numerusform>Kill %n service?</numerusform>
            <numerusform>Kill %n services?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::ServicesStep</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::Sidebar</name>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n needs attention</numerusform>
            <numerusform>%1, %n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::StateNews</name>
    <message numerus="yes">
        <source>%n services have changed</source>
        <translation>
            <numerusform>%n service have changed</numerusform>
            <numerusform>%n services have changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mediahelm::ui::WorkspaceEditor</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unsaved work was kept for %n files</source>
        <translation>
            <numerusform>Unsaved work was kept for %n file</numerusform>
            <numerusform>Unsaved work was kept for %n files</numerusform>
        </translation>
    </message>
</context>
</TS>

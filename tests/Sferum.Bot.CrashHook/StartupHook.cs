using System.Diagnostics;

/// <summary>
/// Loaded by the runtime into the unmodified bot (<c>DOTNET_STARTUP_HOOKS</c>). Kills the process by SIGKILL at the named
/// step of environment variable <c>SFERUM_CRASH_AT</c>; without the variable it does nothing.
/// </summary>
internal static class StartupHook
{
    private static CrashPlan? _plan;
    private static Process? _self;
    private static Timer? _later;
    private static int _hits;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(CrashPlan.Variable) is not { Length: > 0 } text)
        {
            return;
        }

        _plan = CrashPlan.Parse(text);

        // Found beforehand: nothing is to happen between the step and the kill.
        _self = Process.GetCurrentProcess();
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Sferum.Bot.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => Reached(activity, atEnd: false),
            ActivityStopped = activity => Reached(activity, atEnd: true),
        });
    }

    private static void Reached(Activity activity, bool atEnd)
    {
        if (_plan is not { } plan || _self is not { } self || !plan.Matches(activity, atEnd) || Interlocked.Increment(ref _hits) != plan.Hit)
        {
            return;
        }

        if (plan.After == TimeSpan.Zero)
        {
            self.Kill();
        }
        else
        {
            _later = new Timer(_ => self.Kill(), null, plan.After, Timeout.InfiniteTimeSpan);
        }
    }
}
